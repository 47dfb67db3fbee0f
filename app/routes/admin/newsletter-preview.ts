// /admin/newsletter/:id/preview: the issue as it is kept, as mail programs show it or as text, in a frame without rights.
import { z } from 'zod'
import { renderIssue } from '#app/newsroom/wire/issue-mail.ts'
import { issueOf, issueWords } from '#app/newsroom/wire/issues.server.ts'
import { readQuery } from '#app/platform/read-form.server.ts'
import { door, notFound } from '#app/routes/door.ts'
import { issueWordsFor } from '#app/words/issue-mail.ts'
import { wordsFor } from '#app/words/words.ts'

const query = z.strictObject({ as: z.enum(['html', 'text']).catch('html').default('html') })

export const loader = door('admin', async ({ request, context, person, field }) => {
  const { db, now, settings } = context
  const found = await issueOf(db, field('id'), now)
  if (!found) throw notFound()
  const { as } = readQuery(request.url, query)
  const content = await issueWords(db, found.view)
  const stories = found.stories.filter((story) => story !== null)
  const words = issueWordsFor(content.language)
  const { subject, text, html } = renderIssue({ ...content, stories }, { url: settings.siteUrl, token: '' }, words)
  const { previewSubject } = wordsFor(person.language).issues.admin
  const body = as === 'html' ? html : `${previewSubject} ${subject}\n\n${text}`
  const type = as === 'html' ? 'text/html' : 'text/plain'
  // The mark makes the answer a document that may do nothing: no script, no form, no origin, shown in our own frames only.
  return new Response(body, { headers: { 'content-type': `${type}; charset=utf-8`, 'x-sandboxed': '1' } })
})
