// Says what was just done and who was told of it.
import type { ReactNode } from 'react'
import { useWords } from '#app/ui/page/words-context.ts'
import { FocusedNotice } from './focused-notice.tsx'
import type { MovedHere } from './moved.ts'

/** `children` may add what to do next. */
export function MovedNotice({ moved, children }: { moved: MovedHere; children?: ReactNode }) {
  const { desk, workflow } = useWords()
  const told = moved.told.map(({ who, people }) => workflow.told[who](people)).join(', ')
  return (
    <FocusedNotice>
      <p>
        {desk.move.done[moved.move]} {told ? desk.review.toldNow(told) : desk.review.toldNobody}
      </p>
      {children}
    </FocusedNotice>
  )
}
