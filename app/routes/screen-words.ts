// In which language a page speaks: a signed-in person's own, a stranger's browser's, else the outlet's.
import type { AppLoadContext } from '@remix-run/node'
import { outletOf } from '#app/newsroom/outlet/outlet.server.ts'
import { bestLanguage, isLanguage } from '#app/words/languages.ts'
import { type Words, wordsFor } from '#app/words/words.ts'

/**
 * The words of a page that is not for readers (those are always in the outlet's language, one copy for everybody).
 * Where somebody is signed in for sure, `wordsFor(person.language)` says the same.
 */
export async function screenWords({ request, context }: { request: Request; context: AppLoadContext }): Promise<Words> {
  const { person, db } = context
  if (person && isLanguage(person.language)) return wordsFor(person.language)
  const wished = person ? null : bestLanguage(request.headers.get('accept-language'))
  return wordsFor(wished ?? (await outletOf(db)).language)
}
