// A photo by a plain form, for writing without script: it is added at the end of the story.
import { PhotoForm } from '../forms/photo-form.tsx'
import { useWords } from '../page/words-context.ts'
import type { WritingDraft } from './writing-draft.ts'

export function PlainPhotoForm({ draft }: { draft: WritingDraft }) {
  const words = useWords().contributor.photo
  return (
    <details className="plain-photo">
      <summary>{words.add}</summary>
      <PhotoForm action={`/my/stories/${draft.story}/photos/new`} rules={draft.photoRules} />
    </details>
  )
}
