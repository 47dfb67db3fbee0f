// /admin/letters/:kind/preview: a letter with a made-up story, as mail programs show it or as text, in a frame without rights.
import { z } from 'zod'
import { isAboutStory, type StoryLetterKind } from '#app/newsroom/letters/kinds.ts'
import { putTemplates, tidied, withOwnWords } from '#app/newsroom/letters/own-words.server.ts'
import { sampleLetter } from '#app/newsroom/letters/sample-letter.ts'
import type { LetterTemplate } from '#app/newsroom/letters/templates.ts'
import { outletOf } from '#app/newsroom/outlet/outlet.server.ts'
import { readForm, readQuery } from '#app/platform/read-form.server.ts'
import { door, notFound } from '#app/routes/door.ts'
import { letterWordsFor } from '#app/words/letters.ts'
import { wordsFor } from '#app/words/words.ts'

const query = z.strictObject({
  language: z.string().max(10).catch('').default(''),
  as: z.enum(['html', 'text']).catch('html').default('html'),
})

/** In the words that are put, or in the book's. */
export const loader = door('admin', async ({ request, context, field }) => {
  const kind = field('kind')
  if (!isAboutStory(kind)) throw notFound()
  const { language, as } = readQuery(request.url, query)
  const put = await putTemplates(context.db)
  const own = put.find((row) => row.kind === kind && row.language === wordsFor(language).language) ?? null
  return previewed(context, kind, own, language, as)
})

const typedForm = z.strictObject({
  act: z.string().max(20).default(''),
  as: z.enum(['html', 'text']).default('html'),
  language: z.string().max(10),
  subject: z.string().max(1000).default(''),
  body: z.string().max(20_000).default(''),
})

/** In the words that were typed. Nothing is kept. */
export const action = door('admin', async ({ request, context, person, field }) => {
  const kind = field('kind')
  if (!isAboutStory(kind)) throw notFound()
  const read = await readForm(request, typedForm, wordsFor(person.language))
  if (!read.ok) return shown(read.faults.map(({ message }) => message).join('\n'), 'text', 422)
  const { as, language, subject, body } = read.value
  return previewed(context, kind, tidied({ subject, body }), language, as)
})

type Context = Parameters<Parameters<typeof door<'admin', Response>>[1]>[0]['context']

async function previewed(
  { db, now, settings }: Context,
  kind: StoryLetterKind,
  template: LetterTemplate | null,
  asked: string,
  as: 'html' | 'text',
): Promise<Response> {
  const { language, lists } = wordsFor(asked)
  const outlet = await outletOf(db)
  const words = (await withOwnWords(db, letterWordsFor))(language)
  const paper = { url: settings.siteUrl, outletName: outlet.name, language }
  const { subject, text, html } = sampleLetter(
    kind,
    template,
    { words, sample: lists.letters.sample, outlet: { deskName: outlet.deskName, timeZone: outlet.timeZone }, paper },
    now,
  )
  return shown(as === 'html' ? html : `${lists.letter.subject} ${subject}\n\n${text}`, as)
}

// The mark makes the answer a document that may do nothing: no script, no form, no origin, shown in our own frames only.
function shown(body: string, as: 'html' | 'text', status = 200): Response {
  const type = as === 'html' ? 'text/html' : 'text/plain'
  return new Response(body, { status, headers: { 'content-type': `${type}; charset=utf-8`, 'x-sandboxed': '1' } })
}
