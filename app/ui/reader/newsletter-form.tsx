// The forms of the newsletter: asking for it, choosing again, and the page with one button that a letter's link opens.
import type { ReactNode } from 'react'
import { type Rhythm, rhythms, type Subscription } from '#app/newsroom/wire/subscriber.ts'
import { TextField } from '#app/ui/forms/field.tsx'
import { type Fault, fieldId, Problems } from '#app/ui/forms/problems.tsx'
import { useWords } from '#app/ui/page/words-context.ts'
import { usePaper } from './paper-context.ts'

/** What was typed, and why it was not taken. */
export type NewsletterRefused = { faults: Fault[]; email: string; chosen: Subscription }

export function NewsletterForm({ refused }: { refused?: NewsletterRefused }) {
  const words = useWords().newsletter
  const { outlet } = usePaper()
  const { faults, email, chosen } = refused ?? { faults: [], email: '', chosen: { rhythm: 'daily', topics: [] } }
  return (
    <NewsletterPage title={words.title} lead={words.lead(outlet.name)} more={<Archive />}>
      <Problems faults={faults} />
      <form method="post" action="/newsletter" className="form" noValidate>
        <TextField
          name="email"
          type="email"
          label={words.email}
          autoComplete="email"
          maxLength={254}
          dir="ltr"
          defaultValue={email}
          faults={faults}
        />
        <SubscriptionFields chosen={chosen} faults={faults} />
        <div className="for-machines" aria-hidden="true">
          <label htmlFor="newsletter-website">{words.trap}</label>
          <input id="newsletter-website" type="text" name="website" tabIndex={-1} autoComplete="off" />
        </div>
        <p>{words.consent(outlet.name)}</p>
        <div className="buttons">
          <button type="submit" className="button primary">
            {words.send}
          </button>
        </div>
        <p className="small">
          {words.kept} {outlet.policies.includes('privacy') ? <a href="/policies/privacy">{words.privacy}</a> : null}
        </p>
      </form>
    </NewsletterPage>
  )
}

export function ChoicesForm({
  token,
  chosen,
  faults,
  saved,
}: {
  token: string
  chosen: Subscription
  faults: Fault[]
  saved: boolean
}) {
  const words = useWords().newsletter
  return (
    <NewsletterPage title={words.choices.title} lead={words.choices.lead}>
      <Problems faults={faults} />
      {saved ? (
        <p className="notice done" role="status">
          {words.choices.saved}
        </p>
      ) : null}
      <form method="post" action="/newsletter/choices" className="form" noValidate>
        <input type="hidden" name="token" value={token} />
        <SubscriptionFields chosen={chosen} faults={faults} />
        <div className="buttons">
          <button type="submit" className="button primary">
            {words.choices.save}
          </button>
          <a href={`/newsletter/leave?token=${encodeURIComponent(token)}`}>{words.choices.leave}</a>
        </div>
      </form>
    </NewsletterPage>
  )
}

/** One button that sends the token to where it stands; looking at the page changes nothing. */
export function OneButton({
  to,
  token,
  words,
}: {
  to: string
  token: string
  words: Record<'title' | 'lead' | 'button', string>
}) {
  return (
    <NewsletterPage title={words.title} lead={words.lead}>
      <form method="post" action={to} className="form">
        <input type="hidden" name="token" value={token} />
        <div className="buttons">
          <button type="submit" className="button primary">
            {words.button}
          </button>
        </div>
      </form>
    </NewsletterPage>
  )
}

/** A link that is used, too old or none of ours. */
export function LinkOver() {
  const { over } = useWords().newsletter
  return (
    <div className="instead">
      <h1>{over.title}</h1>
      <p>{over.text}</p>
      <p>
        <a href="/newsletter">{over.link}</a>
      </p>
    </div>
  )
}

/** What was done, and the way on; `again` leads back to the form. */
export function NewsletterDone({ title, text, again }: { title: string; text: string; again?: SentAgain }) {
  const words = useWords().newsletter
  return (
    <div className="instead">
      <h1>{title}</h1>
      <p>{text}</p>
      {again ? (
        <p>
          {again.none} <a href="/newsletter">{again.again}</a>
        </p>
      ) : null}
      <p>
        <a href="/">{words.toFrontPage}</a>
      </p>
    </div>
  )
}

type SentAgain = { none: string; again: string }

function Archive() {
  const { link } = useWords().issues.archive
  return (
    <p className="small">
      <a href="/newsletter/archive">{link}</a>
    </p>
  )
}

function NewsletterPage({
  title,
  lead,
  more,
  children,
}: {
  title: string
  lead: string
  more?: ReactNode
  children: ReactNode
}) {
  return (
    <div className="column report">
      <header className="page-head">
        <h1>{title}</h1>
        <p className="standfirst">{lead}</p>
        {more}
      </header>
      {children}
    </div>
  )
}

function SubscriptionFields({ chosen, faults }: { chosen: Subscription; faults: readonly Fault[] }) {
  const words = useWords().newsletter
  const { topics } = usePaper()
  const offered: readonly Rhythm[] = topics.length > 0 ? rhythms : rhythms.filter((rhythm) => rhythm !== 'topics')
  const fault = faults.find(({ field }) => field === 'topics')?.message
  const described = [`${fieldId('topics')}-hint`, ...(fault ? [`${fieldId('topics')}-fault`] : [])].join(' ')
  return (
    <>
      <fieldset className="field">
        <legend className="label">{words.often}</legend>
        {offered.map((rhythm) => (
          <div className="pick" key={rhythm}>
            <label>
              <input type="radio" name="rhythm" value={rhythm} defaultChecked={chosen.rhythm === rhythm} />
              <span>{words.rhythms[rhythm]}</span>
            </label>
          </div>
        ))}
      </fieldset>
      {topics.length > 0 ? (
        <fieldset className={fault ? 'field wrong' : 'field'} id={fieldId('topics')} aria-describedby={described}>
          <legend className="label">{words.topics}</legend>
          <p className="hint" id={`${fieldId('topics')}-hint`}>
            {words.topicsHint}
          </p>
          {fault ? (
            <p className="fault" id={`${fieldId('topics')}-fault`}>
              {fault}
            </p>
          ) : null}
          {topics.map(({ slug, name }) => (
            <div className="pick" key={slug}>
              <label>
                <input type="checkbox" name="topics" value={slug} defaultChecked={chosen.topics.includes(slug)} />
                <span dir="auto">{name}</span>
              </label>
            </div>
          ))}
        </fieldset>
      ) : null}
    </>
  )
}
