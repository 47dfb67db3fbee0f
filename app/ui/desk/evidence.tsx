// The pictures of a story with what their files say about themselves: for the desk's eyes only.
import type { ReactNode } from 'react'
import type { DeskPage } from '#app/newsroom/desk/desk-story.ts'
import type { LikePicture } from '#app/newsroom/desk/likeness.ts'
import { isLicence } from '#app/newsroom/pictures/licences.ts'
import { Instant } from '#app/ui/page/instant.tsx'
import { useWords } from '#app/ui/page/words-context.ts'
import { LikePictures } from './likeness-panel.tsx'

type Picture = DeskPage['pictures'][number]

/** `alike`: photos of other stories that look like one of these. */
export function Evidence({ pictures, alike }: { pictures: Picture[]; alike: LikePicture[] }) {
  return (
    <ul className="evidence">
      {pictures.map((picture) => (
        <li key={picture.publicId}>
          <a href={picture.src}>
            <img
              src={picture.src}
              width={picture.width}
              height={picture.height}
              alt={picture.alt || picture.fileName}
              loading="lazy"
            />
          </a>
          <PictureFacts picture={picture} alike={alike.filter((other) => other.picture === picture.publicId)} />
        </li>
      ))}
    </ul>
  )
}

function PictureFacts({ picture, alike }: { picture: Picture; alike: LikePicture[] }) {
  const { desk, contributor } = useWords()
  const words = desk.review.pictures
  const { capturedAt, camera, software, place, toldBy } = picture.evidence
  return (
    <div>
      <dl className="facts small">
        {capturedAt && (
          <Fact name={words.taken}>
            <Captured at={capturedAt} />
          </Fact>
        )}
        {place && (
          <Fact name={words.place}>
            <span dir="ltr">
              {place.latitude.toFixed(4)}, {place.longitude.toFixed(4)}
            </span>
          </Fact>
        )}
        {camera && <Fact name={words.camera}>{camera}</Fact>}
        {software && <Fact name={words.software}>{software}</Fact>}
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
      {!capturedAt && !camera && !place && <p className="quiet small">{words.nothing}</p>}
      <LikePictures pictures={alike} />
    </div>
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
