// A story's first picture in lists, in every format and size there is of it.
import type { LeadPicture } from '#app/newsroom/press/lead-picture.ts'

/**
 * `sizes` is how wide it stands, in CSS. `first`: it is what the reader waits for, so the browser fetches it at once.
 * Beside its own headline a picture says nothing new to who cannot see it, so `alt` is empty unless `described`.
 */
export function LeadImage({
  picture,
  sizes,
  first = false,
  described = false,
}: {
  picture: LeadPicture
  sizes: string
  first?: boolean
  described?: boolean
}) {
  // React 18 knows the attribute only by its HTML spelling.
  const hurry = first ? { fetchpriority: 'high' } : { loading: 'lazy' as const }
  return (
    <picture className="shot">
      {picture.sources.map(({ type, srcset }) => (
        <source key={type} type={type} srcSet={srcset} sizes={sizes} />
      ))}
      <img
        src={picture.src}
        alt={described ? picture.alt : ''}
        width={picture.width}
        height={picture.height}
        decoding="async"
        {...hurry}
      />
    </picture>
  )
}
