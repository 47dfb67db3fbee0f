// What a reader gets in place of a page that is not there, or of a story that was taken down.
import type { RetractionNotice } from '#app/newsroom/press/edition.ts'
import type { PaperFrame } from '#app/newsroom/press/paper-frame.ts'
import { Paper } from '#app/ui/page/paper.tsx'
import { NothingHere } from './nothing-here.tsx'
import { RetractionView } from './retraction-view.tsx'

export function Instead({
  data,
}: {
  data: { paper: PaperFrame; missing: true } | { paper: PaperFrame; retracted: RetractionNotice }
}) {
  return (
    <Paper paper={data.paper} here="">
      {'retracted' in data ? <RetractionView notice={data.retracted} /> : <NothingHere />}
    </Paper>
  )
}
