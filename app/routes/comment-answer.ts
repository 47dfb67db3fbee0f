// What the doors for comments answer: the way back, JSON, or the page that keeps what was typed.
import { json, redirect } from '@remix-run/node'
import type { Commented } from '#app/newsroom/desk/comments.server.ts'
import { orderedStory } from '#app/newsroom/desk/refused-order.server.ts'
import type { Person } from '#app/newsroom/people/person.ts'
import { safeRedirect } from '#app/platform/safe-redirect.ts'
import { notFound } from '#app/routes/door.ts'
import type { CommentRefusal } from '#app/ui/desk/refused-comment.tsx'
import { wordsFor } from '#app/words/words.ts'

type Asked = { story: string; text: string; next: string; wantsJson: boolean }

/** The answer to one comment, as a form or a script asked for it. */
export async function commentAnswer(
  db: Parameters<typeof orderedStory>[0],
  said: Commented,
  { story, text, next, wantsJson }: Asked,
  person: Person,
) {
  if (!said.ok && said.because === 'not-found') throw notFound()
  if (said.ok && wantsJson) return json({ ok: true, thread: said.thread }, { status: 201 })
  const about = await orderedStory(db, story, person)
  const home = about?.own === false ? `/desk/stories/${story}` : `/my/stories/${story}/status`
  const back = safeRedirect(next, home)
  if (said.ok) return redirect(`${back.split(/[?#]/)[0]}?done=comment#thread-${said.thread}`, 303)
  if (!about || said.because === 'not-found') throw notFound()
  const { because } = said
  const status = because === 'changed' ? 409 : 422
  if (wantsJson)
    return json({ because, message: wordsFor(person.language).copydesk.comments.faults[because] }, { status })
  return json<CommentRefusal>({ because, story: about, text, back }, { status })
}
