// The photos of a story beside its dateline: what their files tell, what does not fit, what looks like them, where to ask.
import type { ReactNode } from 'react'
import type { DeskPage } from '#app/newsroom/desk/desk-story.ts'
import type { LikePicture } from '#app/newsroom/desk/likeness.ts'
import { type LookUp, lookUpsOfPhoto, lookUpsOfStory } from '#app/newsroom/desk/look-ups.ts'
import { flagsOf } from '#app/newsroom/desk/picture-flags.ts'
import { claimKeys } from '#app/newsroom/pictures/content-credentials.ts'
import { isLicence } from '#app/newsroom/pictures/licences.ts'
import { datelineOf, figuresIn } from '#app/newsroom/story/copy/copy-facts.ts'
import { Instant } from '#app/ui/page/instant.tsx'
import { useWords } from '#app/ui/page/words-context.ts'
import { formatsIn } from '#app/words/formats.ts'
import { LikePictures } from './likeness-panel.tsx'

type Picture = DeskPage['pictures'][number]
/** The story the photos were sent with: what its dateline says, and which of them it covers. */
type StoryBeside = { publicId: string; date: string; place: string; graphic: readonly string[]; isProtected: boolean }

/** `alike`: photos of other stories that look like one of these. What the desk makes of a file is not for its sender. */
export function Evidence({ page, alike }: { page: DeskPage; alike: LikePicture[] }) {
  const { pictures, content, story } = page
  const dateline = datelineOf(content.copy)
  const covered = figuresIn(content.copy).filter(({ graphic }) => graphic)
  const beside: StoryBeside = {
    publicId: story.publicId,
    date: dateline?.date ?? '',
    place: dateline?.place ?? '',
    graphic: covered.map(({ pictureId }) => pictureId),
    isProtected: page.contributor.protected,
  }
  return (
    <>
      <ul className="evidence">
        {pictures.map((picture) => (
          <li key={picture.publicId}>
            <Photo picture={picture} graphic={beside.graphic.includes(picture.publicId)} />
            <div>
              {!story.own && <Flags picture={picture} all={pictures} date={beside.date} />}
              <PictureFacts picture={picture} beside={beside} />
              {!story.own && <AtTheDesk picture={picture} beside={beside} alike={alike} />}
            </div>
          </li>
        ))}
      </ul>
      {!story.own && <LookUps found={lookUpsOfStory({ place: beside.place, headline: content.headline })} photos />}
    </>
  )
}

function Photo({ picture, graphic }: { picture: Picture; graphic: boolean }) {
  const words = useWords().verification.pictures
  const { src, width, height } = picture
  const image = <img src={src} width={width} height={height} alt={picture.alt || picture.fileName} loading="lazy" />
  if (!graphic) return <a href={src}>{image}</a>
  return (
    <details className="veiled">
      <summary>
        {image}
        <span>{words.show}</span>
      </summary>
    </details>
  )
}

function Flags({ picture, all, date }: { picture: Picture; all: Picture[]; date: string }) {
  const words = useWords().verification.pictures
  const others = all.flatMap(({ publicId, evidence: { place } }) =>
    place && publicId !== picture.publicId ? [place] : [],
  )
  const flags = flagsOf(picture.evidence, { storyDate: date, acceptedAt: picture.acceptedAt, others })
  if (flags.length === 0) return null
  return (
    <div className="notice waiting flags">
      <p>
        <b>{words.ask}</b>
      </p>
      <ul>
        {flags.map(({ kind, about }) => (
          <li key={kind}>{words.flags[kind](kind === 'other-day' ? words.days(Number(about)) : String(about))}</li>
        ))}
      </ul>
    </div>
  )
}

/** What stands below the facts: photos that look the same, the sealed file, and where to look further. */
function AtTheDesk({ picture, beside, alike }: { picture: Picture; beside: StoryBeside; alike: LikePicture[] }) {
  const { isProtected } = beside
  const words = useWords().verification.pictures
  return (
    <>
      <LikePictures pictures={alike.filter((other) => other.picture === picture.publicId)} />
      {picture.hasOriginal && !isProtected && (
        <p className="small take-out">
          <a href={`/desk/stories/${beside.publicId}/originals/${picture.publicId}`} download>
            {words.takeOut}
          </a>{' '}
          <span className="quiet">{words.takeOutHint}</span>
        </p>
      )}
      <LookUps found={lookUpsOfPhoto(picture.evidence)} />
    </>
  )
}

function LookUps({ found, photos = false }: { found: LookUp[]; photos?: boolean }) {
  const words = useWords().verification.lookUps
  if (found.length === 0) return null
  return (
    <details className="look-ups small">
      <summary>{words.title}</summary>
      <p className="quiet">{words.lead}</p>
      <ul>
        {found.map(({ kind, href, host }) => (
          <li key={kind}>
            <a href={href} target="_blank" rel="noopener noreferrer">
              {words.names[kind]}
            </a>{' '}
            <span className="quiet">{words.tells[kind](host)}</span>
          </li>
        ))}
      </ul>
      {photos && <p className="quiet">{words.photos}</p>}
    </details>
  )
}

function PictureFacts({ picture, beside }: { picture: Picture; beside: StoryBeside }) {
  const { desk, contributor, verification } = useWords()
  const words = desk.review.pictures
  const { capturedAt, camera, software, place, toldBy, credentials } = picture.evidence
  return (
    <div>
      <dl className="facts small">
        {capturedAt && (
          <Fact name={words.taken}>
            <Captured at={capturedAt} />
          </Fact>
        )}
        {capturedAt && beside.date && (
          <Fact name={verification.pictures.storyDate}>
            <Instant at={`${beside.date}T12:00:00Z`} style="date" />
          </Fact>
        )}
        {place && (
          <Fact name={words.place}>
            <span dir="ltr">
              {place.latitude.toFixed(4)}, {place.longitude.toFixed(4)}
            </span>
          </Fact>
        )}
        {place && beside.place && <Fact name={verification.pictures.storyPlace}>{beside.place}</Fact>}
        {camera && <Fact name={words.camera}>{camera}</Fact>}
        {software && <Fact name={words.software}>{software}</Fact>}
        {credentials && <Signed credentials={credentials} />}
        {picture.fileName && <Fact name={words.file}>{picture.fileName}</Fact>}
        {toldBy && <Fact name={words.toldBy}>{words.tellers[toldBy]}</Fact>}
        {picture.hasOriginal && <Fact name={words.original}>{words.originalKept}</Fact>}
        <Fact name={words.size}>
          <span dir="ltr">
            {picture.width} × {picture.height}
          </span>
        </Fact>
        {picture.caption && <Fact name={words.caption}>{picture.caption}</Fact>}
        <Fact name={words.credit}>{picture.credit || <b className="missing">{words.missing}</b>}</Fact>
        <Fact name={words.alt}>{picture.alt || <span className="quiet">{words.plain}</span>}</Fact>
        <Fact name={words.rights}>
          {picture.rightsConfirmed ? words.confirmed : <b className="missing">{words.notConfirmed}</b>}
        </Fact>
        {isLicence(picture.licence) && (
          <Fact name={contributor.photo.licence}>{contributor.photo.licences[picture.licence]}</Fact>
        )}
      </dl>
      {!capturedAt && !camera && !place && !credentials && <p className="quiet small">{words.nothing}</p>}
    </div>
  )
}

function Signed({ credentials }: { credentials: NonNullable<Picture['evidence']['credentials']> }) {
  const { language, verification } = useWords()
  const words = verification.pictures
  const claims = claimKeys.filter((key) => credentials.claims.includes(key)).map((key) => words.claims[key])
  return (
    <>
      <Fact name={words.credentials}>{words.states[credentials.state]}</Fact>
      {credentials.issuer && <Fact name={words.signer}>{credentials.issuer}</Fact>}
      {credentials.generator && <Fact name={words.madeBy}>{credentials.generator}</Fact>}
      {claims.length > 0 && <Fact name={words.says}>{formatsIn(language).list(claims)}</Fact>}
    </>
  )
}

// A camera's clock has no zone: what it wrote is shown as it is, unless it is a full instant.
function Captured({ at }: { at: string }) {
  return /(Z|[+-]\d{2}:\d{2})$/.test(at) ? <Instant at={at} style="both" /> : <span>{at.replace('T', ' ')}</span>
}

function Fact({ name, children }: { name: string; children: ReactNode }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>
        <bdi>{children}</bdi>
      </dd>
    </div>
  )
}
