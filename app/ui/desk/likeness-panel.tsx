// Stories whose words are like those on the page: how much, where they stand, and both texts side by side.
import { type LikePicture, type LikeText, type OtherStory, PROBABLY_THE_SAME } from '#app/newsroom/desk/likeness.ts'
import type { Stretch } from '#app/newsroom/desk/text-likeness.ts'
import type { StoryState } from '#app/newsroom/story/story.ts'
import { Instant } from '#app/ui/page/instant.tsx'
import { useWords } from '#app/ui/page/words-context.ts'
import { formatsIn } from '#app/words/formats.ts'
import { StateMark } from './state-mark.tsx'

/** The panel beside the words; nothing where no other text is like it. `joins`: the story that others can be joined to here. */
export function LikenessPanel({ texts, joins }: { texts: LikeText[]; joins: string | null }) {
  const words = useWords().verification.likeness
  if (texts.length === 0) return null
  return (
    <details open id="likeness" className="likeness">
      <summary>
        <h2>{words.title}</h2>
        <span className="tally">{texts.length}</span>
      </summary>
      <div className="inside">
        <ul className="like-texts">
          {texts.map((text) => (
            <li key={text.publicId}>
              <Like text={text} joins={joins} />
            </li>
          ))}
        </ul>
        <p className="quiet small">{words.local}</p>
      </div>
    </details>
  )
}

// What waits at the desk can be joined; what is in the paper or was decided cannot.
const JOINABLE: readonly StoryState[] = ['submitted', 'in_review']

function Like({ text, joins }: { text: LikeText; joins: string | null }) {
  const { language, verification } = useWords()
  const words = verification.likeness
  return (
    <>
      <Other story={text} />
      <p>{words.share(formatsIn(language).percent(Math.round(text.share * 100) / 100))}</p>
      {text.sameReporter ? (
        <p className="quiet small">{words.sameReporter}</p>
      ) : (
        text.share >= PROBABLY_THE_SAME && <p className="quiet small">{words.probably}</p>
      )}
      {joins && JOINABLE.includes(text.state) && (
        <p>
          <a href={`/desk/stories/${joins}/merge?with=${text.publicId}`}>{words.join}</a>
        </p>
      )}
      <details className="side-by-side">
        <summary>{words.sideBySide}</summary>
        <p className="quiet small">{words.marked}</p>
        {/* biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, and has to by keyboard too */}
        <section className="columns" aria-label={words.sideBySide} tabIndex={0}>
          <Words title={words.mine} stretches={text.mine} />
          <Words title={text.headline} stretches={text.theirs} />
        </section>
      </details>
    </>
  )
}

function Words({ title, stretches }: { title: string; stretches: Stretch[] }) {
  return (
    <div>
      <h3 dir="auto">{title}</h3>
      <p className="said" dir="auto">
        {stretches.map(({ words, shared }, at) =>
          // biome-ignore lint/suspicious/noArrayIndexKey: drawn once, on the server
          shared ? <mark key={at}>{words}</mark> : <span key={at}>{words}</span>,
        )}
      </p>
    </div>
  )
}

/** Number, headline, state and day of another story, as a link to its page at the desk. */
export function Other({ story }: { story: OtherStory }) {
  const { desk, verification } = useWords()
  return (
    <p className="other-story">
      <a href={`/desk/stories/${story.publicId}`}>
        {desk.queue.number(story.number)} <bdi>{story.headline || desk.queue.untitled}</bdi>
      </a>{' '}
      <StateMark state={story.state} />
      {story.sentAt && (
        <span className="quiet small">
          {' '}
          {verification.likeness.sent} <Instant at={story.sentAt} style="date" />
        </span>
      )}
    </p>
  )
}

/** Under a photo: others that look like it, each beside the story it is in. */
export function LikePictures({ pictures }: { pictures: LikePicture[] }) {
  const { picture: words } = useWords().verification.likeness
  if (pictures.length === 0) return null
  return (
    <ul className="like-pictures">
      {pictures.map(({ other, story, sameFile }) => (
        <li key={other.publicId}>
          <a href={other.src}>
            <img
              src={other.src}
              alt={other.alt || words.other}
              width={other.width}
              height={other.height}
              loading="lazy"
            />
          </a>
          <div className="small">
            <p>
              <b>{sameFile ? words.sameFile : words.sameLook}</b>
            </p>
            <Other story={story} />
          </div>
        </li>
      ))}
    </ul>
  )
}
