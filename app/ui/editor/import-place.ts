// Puts an imported file into the story: in place of everything, or at the cursor. One undo takes it out again.
import { DOMParser as CopyParser, type Fragment, type Schema } from '@tiptap/pm/model'
import { TextSelection, type Transaction } from '@tiptap/pm/state'
import type { Editor } from '@tiptap/react'
import { type Copy, checkCopy } from '#app/newsroom/story/copy/check-copy.ts'
import { figuresIn, wordCount } from '#app/newsroom/story/copy/copy-facts.ts'
import { readied, sendPictures } from './paste-handling.ts'
import type { PictureTray } from './paste-pictures.ts'
import type { PhotoDesk } from './photo-desk.ts'
import { spotForBlock } from './uploads.ts'

export type ReadContent = { content: Fragment; tray: PictureTray; words: number }

/** The HTML of a file as blocks of a story; null when there is nothing in it, a fault when it is more than a story may be. */
export function contentFrom(html: string, tray: PictureTray, schema: Schema): ReadContent | 'empty' | 'too-long' {
  const page = new DOMParser().parseFromString(html, 'text/html')
  const doc = schema.topNodeType.create(null, readied(CopyParser.fromSchema(schema).parse(page.body).content))
  if (doc.textContent.trim() === '' && tray.pictures.length === 0) return 'empty'
  const checked = checkCopy(doc.toJSON())
  return checked.ok ? { content: doc.content, tray, words: wordCount(checked.copy) } : 'too-long'
}

/** Whether anything would be lost when the story were replaced. */
export function isUnwritten(editor: Editor): boolean {
  const copy = editor.getJSON() as unknown as Copy
  return (
    wordCount(copy) ===
      wordCount({ ...copy, content: copy.content.filter(({ type }) => type === 'dateline') } as Copy) &&
    figuresIn(copy).length === 0
  )
}

/** Replaces the story, but for its dateline, or sets the blocks after the one with the cursor; its pictures go to the desk. */
export function place(
  editor: Editor,
  { content, tray }: ReadContent,
  where: 'instead' | 'at-cursor',
  desk: PhotoDesk,
): void {
  const { state } = editor
  const tr = state.tr
  if (where === 'instead') {
    const from = state.doc.firstChild?.type.name === 'dateline' ? 1 : 0
    tr.replaceWith(from, state.doc.content.size, content)
  } else insertAfterCursor(tr, content, editor)
  // As pasted words: a printed dateline at their beginning becomes one.
  tr.setMeta('uiEvent', 'paste')
  sendPictures(editor.view, tr, tray, desk)
  editor.view.focus()
}

function insertAfterCursor(tr: Transaction, content: Fragment, { state }: Editor): void {
  const { $from } = state.selection
  const isEmptyLine = $from.depth === 1 && $from.parent.type.name === 'paragraph' && $from.parent.content.size === 0
  const spot = isEmptyLine ? $from.before(1) : spotForBlock(state, $from.pos)
  if (isEmptyLine) tr.replaceWith(spot, $from.after(1), content)
  else tr.insert(spot, content)
  tr.setSelection(TextSelection.near(tr.doc.resolve(spot + content.size), -1)).scrollIntoView()
}
