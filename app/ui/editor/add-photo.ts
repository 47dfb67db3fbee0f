// Adds a photo that came with pasted or imported words: nobody was asked about it, so its details stay to be told.
import type { EditorView } from '@tiptap/pm/view'
import type { PhotoDesk, PhotoWords } from './photo-desk.ts'

/** Sends a photo with these words and sets its figure at `at` (the selection when left out). What failed stays in view until decided on. */
export async function addPhoto(
  view: EditorView,
  desk: PhotoDesk,
  file: File,
  words: PhotoWords,
  at: number = view.state.selection.from,
): Promise<void> {
  const { photoWork } = await import('./photo-work.ts')
  // Nobody was shown what this file tells, so nothing of it is told.
  await photoWork(view, desk).add({ file, turns: 0, keepFacts: false, words }, at)
}
