// A draft of an issue as one form: whom it is for, its words, its stories with buttons for their order; and the preview.
import { audienceName, type IssueView, LONGEST_INTRO, LONGEST_SUBJECT } from '#app/newsroom/wire/issue.ts'
import { Choice, TextArea, TextField } from '#app/ui/forms/field.tsx'
import type { Fault } from '#app/ui/forms/problems.tsx'
import { useWords } from '#app/ui/page/words-context.ts'
import { useAudiences } from './issue-list.tsx'

type Story = { slug: string; headline: string }

/** What came back with faults; `typed` is null where nothing was typed. */
export type IssueRefused = {
  faults: Fault[]
  typed: { audience: string; subject: string; intro: string; stories: string[] } | null
}

type Props = {
  view: IssueView
  stories: readonly Story[]
  /** The newest on the site. */
  offered: readonly Story[]
  topics: readonly { slug: string; name: string }[]
  /** The last test, and to whom it went. */
  test: { state: string; error: string; to: string } | null
  refused?: IssueRefused
}

export function IssueForm(props: Props) {
  const { view, stories, offered, topics, refused } = props
  const words = useWords().issues.admin
  const own =
    typeof view.audience === 'string' ? undefined : { slug: view.audience.topic, name: view.topicName || words.noTopic }
  const options = useAudiences(topics, own)
  const known = new Map([...offered, ...stories].map((story) => [story.slug, story]))
  const typed = refused?.typed
  const chosen = typed ? typed.stories.flatMap((slug) => known.get(slug) ?? []) : stories
  const faults = refused?.faults
  return (
    <div className="letter-desk">
      <div>
        <form method="post" action={`/admin/newsletter/${view.issue}`} className="form wide" noValidate>
          {/* Enter in a field presses the first button of its form: it saves. */}
          <button type="submit" name="act" value="save" className="only-heard" tabIndex={-1} aria-hidden="true">
            {words.save}
          </button>
          <input type="hidden" name="version" value={view.version} />
          <Choice
            name="audience"
            label={words.audience}
            options={options}
            faults={faults}
            defaultValue={typed?.audience ?? audienceName(view.audience)}
          />
          <TextField
            name="subject"
            label={words.subject}
            hint={words.subjectHint}
            maxLength={LONGEST_SUBJECT}
            dir="auto"
            faults={faults}
            defaultValue={typed?.subject ?? view.subject}
          />
          <TextArea
            name="intro"
            label={words.intro}
            hint={words.introHint}
            rows={4}
            maxLength={LONGEST_INTRO}
            dir="auto"
            faults={faults}
            defaultValue={typed?.intro ?? view.intro}
          />
          <Chosen stories={chosen} />
          <Offered stories={offered.filter(({ slug }) => !chosen.some((story) => story.slug === slug))} />
          <div className="buttons">
            <button type="submit" name="act" value="save" className="button primary">
              {words.save}
            </button>
            <button type="submit" name="act" value="test" className="button">
              {words.test}
            </button>
            <a className="button" href={`/admin/newsletter/${view.issue}/send`}>
              {words.send}
            </a>
            <button type="submit" name="act" value="discard" className="button danger">
              {words.discard}
            </button>
          </div>
        </form>
        <LastTest {...props} />
      </div>
      <IssuePreview issue={view.issue} />
    </div>
  )
}

function Chosen({ stories }: { stories: readonly Story[] }) {
  const words = useWords().issues.admin
  return (
    <section className="part" id="stories" aria-labelledby="issue-stories">
      <h2 id="issue-stories">{words.stories}</h2>
      {stories.length === 0 ? (
        <p className="quiet">{words.noStories}</p>
      ) : (
        <ol className="kept-list">
          {stories.map((story, at) => (
            <li key={story.slug}>
              <input type="hidden" name="story" value={story.slug} />
              <p dir="auto">{story.headline}</p>
              <div className="buttons">
                {at === 0 ? null : <Step act="up" story={story} label={words.up} />}
                {at === stories.length - 1 ? null : <Step act="down" story={story} label={words.down} />}
                <Step act="out" story={story} label={words.out} />
              </div>
            </li>
          ))}
        </ol>
      )}
      <div className="buttons">
        <button type="submit" name="act" value="new" className="button">
          {words.takeNew}
        </button>
      </div>
    </section>
  )
}

function Step({ act, story, label }: { act: 'up' | 'down' | 'out'; story: Story; label: string }) {
  const { of } = useWords().issues.admin
  return (
    <button type="submit" name="act" value={`${act}:${story.slug}`} className="button small">
      {label}
      <span className="only-heard">{of(story.headline)}</span>
    </button>
  )
}

function Offered({ stories }: { stories: readonly Story[] }) {
  const words = useWords().issues.admin
  return (
    <details className="part">
      <summary>
        <h2>{words.more}</h2>
      </summary>
      {stories.length === 0 ? (
        <p className="quiet">{words.noMore}</p>
      ) : (
        <fieldset className="field">
          <legend className="hint">{words.moreHint}</legend>
          {stories.map(({ slug, headline }) => (
            <div className="pick" key={slug}>
              <label>
                <input type="checkbox" name="add" value={slug} />
                <span dir="auto">{headline}</span>
              </label>
            </div>
          ))}
        </fieldset>
      )}
    </details>
  )
}

function LastTest({ test }: Props) {
  const { tests } = useWords().issues.admin
  if (!test) return null
  const said =
    test.state === 'sent'
      ? tests.sent(test.to)
      : test.state === 'failed'
        ? tests.failed(test.error)
        : test.state === 'skipped'
          ? tests.skipped
          : tests.waiting
  return <p className={test.state === 'failed' ? 'fault' : 'hint'}>{said}</p>
}

/** The issue as it is kept, in a frame that may do nothing: no script, no form, no origin of its own. */
export function IssuePreview({ issue }: { issue: string }) {
  const words = useWords().issues.admin
  const address = `/admin/newsletter/${issue}/preview`
  return (
    <section className="part letter-preview" aria-labelledby="issue-preview">
      <h2 id="issue-preview">{words.preview}</h2>
      <p className="hint">{words.previewHint}</p>
      <iframe title={words.preview} src={address} sandbox="" />
      <p className="small">
        <a href={`${address}?as=text`}>{words.asText}</a> · <a href={address}>{words.asHtml}</a>
      </p>
    </section>
  )
}
