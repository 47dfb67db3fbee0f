// The photo of a live entry, for the desk and for the reporter: the form that adds one, or the photo with its way out.
import type { EntryForPhoto, LivePhoto } from '#app/newsroom/topics/live.ts'
import { useWords } from '#app/ui/page/words-context.ts'
import { PhotoForm, type PhotoFormValues } from './photo-form.tsx'
import type { Fault } from './problems.tsx'

/** `action` is the address of both forms; an entry has one photo. */
export function LivePhotoForms({
  entry,
  action,
  keepEvidence,
  faults,
  values,
}: {
  entry: EntryForPhoto
  action: string
  keepEvidence: Parameters<typeof PhotoForm>[0]['rules']['keepEvidence']
  faults: readonly Fault[]
  values?: PhotoFormValues | undefined
}) {
  const words = useWords().live.photo
  return (
    <>
      <p className="said" dir="auto">
        {entry.name}
      </p>
      {entry.photo === null ? (
        <PhotoForm action={action} rules={{ keepEvidence }} veils={false} values={values} faults={faults} />
      ) : (
        <>
          <EntryPhoto photo={entry.photo} />
          <form method="post" action={`${action}?form=out`}>
            <p className="hint">{words.outHint}</p>
            <button type="submit" className="button danger">
              {words.out}
            </button>
          </form>
        </>
      )}
    </>
  )
}

/** The photo with its words, small. */
export function EntryPhoto({ photo }: { photo: LivePhoto }) {
  const { src, width, height, alt, caption, credit } = photo
  return (
    <figure className="entry-photo">
      <img src={src} width={width} height={height} alt={alt} loading="lazy" />
      <figcaption className="small" dir="auto">
        {caption} <span className="quiet">{credit}</span>
      </figcaption>
    </figure>
  )
}
