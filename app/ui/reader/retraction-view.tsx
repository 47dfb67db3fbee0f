// The notice that stays at the address of a story that was taken down.
import type { RetractionNotice } from '#app/newsroom/press/edition.ts'
import { useWords } from '#app/ui/page/words-context.ts'
import { usePaper } from './paper-context.ts'
import { PrintedAt } from './printed-at.tsx'

/** Says that a story stood here, when it was taken down and why; nothing of the story itself. */
export function RetractionView({ notice }: { notice: RetractionNotice }) {
  const { retracted, missing } = useWords().reader
  const { deskName } = usePaper().outlet
  return (
    <div className="instead">
      <h1>{retracted.title}</h1>
      <p>{retracted.text(deskName)}</p>
      {notice.note !== '' && (
        <>
          <h2>{retracted.reason}</h2>
          <p className="said" dir="auto">
            {notice.note}
          </p>
        </>
      )}
      <p className="small">
        {retracted.on} <PrintedAt at={notice.at} style="date" />
      </p>
      <p>
        <a href="/">{missing.toFrontPage}</a>
      </p>
    </div>
  )
}
