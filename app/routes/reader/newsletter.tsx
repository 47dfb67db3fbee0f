// /newsletter: asking for the newsletter by e-mail. The answer is the same for every address.
import { json, type MetaFunction, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { outletOf } from '#app/newsroom/outlet/outlet.server.ts'
import { paperFrame } from '#app/newsroom/press/paper-frame.server.ts'
import { rhythms } from '#app/newsroom/wire/subscriber.ts'
import { askForNewsletter } from '#app/newsroom/wire/subscribers.server.ts'
import { readForm } from '#app/platform/read-form.server.ts'
import { door } from '#app/routes/door.ts'
import { Paper } from '#app/ui/page/paper.tsx'
import { useWords } from '#app/ui/page/words-context.ts'
import { NewsletterDone, NewsletterForm, type NewsletterRefused } from '#app/ui/reader/newsletter-form.tsx'
import { type Words, wordsFor } from '#app/words/words.ts'
import { choiceFields, sealOf } from './newsletter-links.server.ts'
import { newsletterLinks } from './newsletter-page.ts'
import { headOf, kept, readerHeaders } from './reader-page.ts'

export const links = newsletterLinks
export const headers = readerHeaders

export const loader = door('public', async ({ request, context }) => {
  const done = new URL(request.url).searchParams.get('done')
  return kept({ site: context.settings.siteUrl, paper: await paperFrame(context.db), sent: done === 'sent' }, [])
})

/** `website` is no field of people: it is not shown, and who fills it in is a machine. */
function requestForm({ newsletter }: Words) {
  const email = z.string(newsletter.emailFault).trim().max(254, newsletter.emailFault).toLowerCase()
  return z.strictObject({
    email: email.pipe(z.email(newsletter.emailFault)),
    ...choiceFields.shape,
    website: z.string().max(1000).default(''),
  })
}

export const action = door('public', async ({ request, context }) => {
  const { db, now, limits, address } = context
  const { language, name } = await outletOf(db)
  const words = wordsFor(language)
  const read = await readForm(request, requestForm(words), words)
  if (!read.ok) return refused(read.faults, typedIn(read.values), 422)
  const { website, ...asked } = read.value
  const typed = { email: asked.email, chosen: { rhythm: asked.rhythm, topics: asked.topics } }
  const thanks = redirect('/newsletter?done=sent', 303)
  if (website) return thanks
  for (const [kind, key] of [
    ['newsletter', address],
    ['mail-address', asked.email],
  ] as const) {
    const taken = await limits.take(kind, key)
    if (!taken.ok) {
      const later = { 'retry-after': String(taken.retryAfterSeconds) }
      return refused([{ field: '', message: words.newsletter.tooOften }], typed, 429, later)
    }
  }
  const wanted = { ...asked, language, consentWords: words.newsletter.consent(name) }
  const answer = await askForNewsletter(db, wanted, sealOf(context), now)
  return answer.ok ? thanks : refused([{ field: 'topics', message: words.newsletter.noTopic }], typed, 422)
})

function refused(
  faults: NewsletterRefused['faults'],
  typed: Omit<NewsletterRefused, 'faults'>,
  status: number,
  headers?: HeadersInit,
) {
  return json<NewsletterRefused>({ faults, ...typed }, { status, headers })
}

// As far as it can be shown again: a rhythm that is none of ours is daily.
function typedIn(values: Record<string, string>): Omit<NewsletterRefused, 'faults'> {
  const rhythm = rhythms.find((one) => one === values.rhythm) ?? 'daily'
  return { email: values.email ?? '', chosen: { rhythm, topics: (values.topics ?? '').split('\n').filter(Boolean) } }
}

export const meta: MetaFunction<typeof loader> = ({ data }) => {
  if (!data) return []
  const { outlet } = data.paper
  const { newsletter } = wordsFor(outlet.language)
  const title = `${newsletter.title} – ${outlet.name}`
  return headOf({ title, description: newsletter.lead(outlet.name), site: data.site, path: '/newsletter', outlet })
}

export default function Newsletter() {
  const { paper, sent } = useLoaderData<typeof loader>()
  const refusal = useActionData<NewsletterRefused>()
  const words = useWords().newsletter.sent
  return (
    <Paper paper={paper} here="/newsletter">
      {sent && !refusal ? (
        <NewsletterDone title={words.title} text={words.text} again={words} />
      ) : (
        <NewsletterForm refused={refusal} />
      )}
    </Paper>
  )
}
