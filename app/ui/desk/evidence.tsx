// The pictures of a story with what their files say about themselves: for the desk's eyes only.
import type { ReactNode } from 'react'
import type { DeskPage } from '#app/newsroom/desk/desk-story.ts'
import { Instant } from '#app/ui/page/instant.tsx'
import { useWords } from '#app/ui/page/words-context.ts'

type Picture = DeskPage['pictures'][number]

export function Evidence({ pictures }: { pictures: Picture[] }) {
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
          <PictureFacts picture={picture} />
        </li>
      ))}
    </ul>
  )
}

function PictureFacts({ picture }: { picture: Picture }) {
  const words = useWords().desk.review.pictures
  const { capturedAt, camera, software, place } = picture.evidence
  const rows: [string, ReactNode][] = [
    [words.taken, capturedAt && <Captured at={capturedAt} />],
    [words.place, place && <Place place={place} />],
    [words.camera, camera],
    [words.software, software],
    [words.file, picture.fileName],
    [words.size, `${picture.width} × ${picture.height}`],
    [words.caption, picture.caption],
    [words.credit, picture.credit || <b className="missing">{words.missing}</b>],
    [words.alt, picture.alt || <span className="quiet">{words.plain}</span>],
    [words.rights, picture.rightsConfirmed ? words.confirmed : <b className="missing">{words.notConfirmed}</b>],
  ]
  return (
    <div>
      <dl className="facts small">
        {rows
          .filter(([, value]) => value)
          .map(([name, value]) => (
            <div key={name}>
              <dt>{name}</dt>
              <dd>{value}</dd>
            </div>
          ))}
      </dl>
      {!capturedAt && !camera && !place && <p className="quiet small">{words.nothing}</p>}
    </div>
  )
}

// A camera's clock has no zone: what it wrote is shown as it is, unless it is a full instant.
function Captured({ at }: { at: string }) {
  return /(Z|[+-]\d{2}:\d{2})$/.test(at) ? <Instant at={at} style="both" /> : <span>{at.replace('T', ' ')}</span>
}

function Place({ place: { latitude, longitude } }: { place: { latitude: number; longitude: number } }) {
  return (
    <span>
      {latitude.toFixed(4)}, {longitude.toFixed(4)}
    </span>
  )
}
