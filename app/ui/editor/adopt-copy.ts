// Puts other words into an open editor where they differ, so that the cursor stays with the words it was in.
import type { Editor } from '@tiptap/core'
import type { Node } from '@tiptap/pm/model'
import type { Transaction } from '@tiptap/pm/state'
import type { Copy } from '#app/newsroom/story/copy/check-copy.ts'

/** `undoable`: undo brings the old words back. What came from elsewhere is not the writer's to undo. */
export function adoptCopy(editor: Editor, copy: Copy, { undoable }: { undoable: boolean }): void {
  const { state } = editor
  const wanted = state.schema.nodeFromJSON(copy)
  const tr = state.tr
  try {
    replaceDiffering(tr, state.doc, wanted)
  } catch {
    // A range that does not fit: the whole is put in below.
  }
  if (!tr.doc.eq(wanted)) tr.replaceWith(0, tr.doc.content.size, wanted.content)
  if (tr.docChanged) editor.view.dispatch(tr.setMeta('addToHistory', undoable))
}

/** As many blocks as before: each by itself, from the last, so that earlier places stay true. Else the differing range. */
function replaceDiffering(tr: Transaction, here: Node, wanted: Node): void {
  if (here.childCount !== wanted.childCount) {
    replaceRange(tr, here, wanted, 0)
    return
  }
  let end = here.content.size
  for (let index = here.childCount - 1; index >= 0; index--) {
    const [old, next] = [here.child(index), wanted.child(index)]
    const start = end - old.nodeSize
    if (!old.eq(next)) {
      if (old.sameMarkup(next) && !old.isLeaf) replaceRange(tr, old, next, start + 1)
      else tr.replaceWith(start, end, next)
    }
    end = start
  }
}

/** Between the first and the last difference of two nodes' contents; `offset` is where the contents begin. */
function replaceRange(tr: Transaction, old: Node, next: Node, offset: number): void {
  const start = old.content.findDiffStart(next.content)
  const ends = old.content.findDiffEnd(next.content)
  if (start === null || ends === null) return
  const overlap = Math.max(0, start - Math.min(ends.a, ends.b))
  tr.replace(offset + start, offset + ends.a + overlap, next.slice(start, ends.b + overlap))
}
