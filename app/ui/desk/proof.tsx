// The words of a story as they will be printed, at reading width, with what stands in the way of printing above them.
import type { DeskPage } from '#app/newsroom/desk/desk-story.ts'
import { Instant } from '#app/ui/page/instant.tsx'
import { useOutlet } from '#app/ui/page/outlet-data.ts'
import { ownLanguage } from '#app/ui/page/own-language.ts'
import { useWords } from '#app/ui/page/words-context.ts'

/** `html` is the renderer's output for exactly `page.content.copy`. */
export function Proof({ page, html }: { page: DeskPage; html: string }) {
  const { review } = useWords().desk
  const { language } = useOutlet()
  const { content, story } = page
  const own = ownLanguage(language, content.language, content.headline + content.standfirst)
  return (
    <article className="proof" aria-label={review.asPrinted}>
      {page.holds.map((hold) => (
        <Hold key={hold.at} hold={hold} />
      ))}
      {story.slug && story.state === 'published' && (
        <p className="live">
          <a href={`/stories/${story.slug}`}>{review.live}</a>
        </p>
      )}
      {content.standfirst && (
        <p className="standfirst" {...own}>
          {content.standfirst}
        </p>
      )}
      {html ? (
        // biome-ignore lint/security/noDangerouslySetInnerHtml: our own serializer's output, escaped there
        <div className="copy" {...own} dangerouslySetInnerHTML={{ __html: html }} />
      ) : (
        <p className="quiet">{review.noCopy}</p>
      )}
    </article>
  )
}

function Hold({ hold }: { hold: DeskPage['holds'][number] }) {
  const { holds } = useWords().desk.review
  return (
    <div className="notice stopped">
      <p>
        <b>
          {holds.title}: {holds.kinds[hold.kind]}.
        </b>{' '}
        <bdi>{hold.reason}</bdi>{' '}
        <span className="quiet small">
          <Instant at={hold.at} style="both" />
          {hold.byName && (
            <>
              {' · '}
              <bdi>{holds.by(hold.byName)}</bdi>
            </>
          )}
        </span>
      </p>
    </div>
  )
}
