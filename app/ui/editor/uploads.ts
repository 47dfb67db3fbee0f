// Where in the story photos stand that are on their way: place holders that are no part of it, and the figures in their stead.
import { Extension } from '@tiptap/core'
import { closeHistory } from '@tiptap/pm/history'
import type { Node } from '@tiptap/pm/model'
import { type EditorState, Plugin, PluginKey, TextSelection, type Transaction } from '@tiptap/pm/state'
import { Decoration, DecorationSet, type EditorView } from '@tiptap/pm/view'
import type { PhotoDesk, PhotoWords } from './photo-desk.ts'

type Holder = { id: string; pos: number; dom: HTMLElement }
type Change = { add?: Holder; remove?: string }
type Holders = { list: readonly Holder[]; drawn: DecorationSet }

const key = new PluginKey<Holders>('uploads')

export type UploadOptions = {
  desk: PhotoDesk | null
  /** Photos were pasted or dropped: they are shown and told about first, and sent after that. */
  onFiles: (files: File[], at: number) => void
  /** Place holders stand elsewhere now. */
  onMoved: () => void
}

export const Uploads = Extension.create<UploadOptions>({
  name: 'uploads',
  addOptions: () => ({ desk: null, onFiles: () => {}, onMoved: () => {} }),
  addProseMirrorPlugins() {
    const { desk, onFiles, onMoved } = this.options
    if (!desk) return []
    return [
      new Plugin<Holders>({
        key,
        state: { init: () => ({ list: [], drawn: DecorationSet.empty }), apply: (tr, before) => moved(tr, before) },
        view: () => ({
          update(view, before) {
            if (before.doc !== view.state.doc && holdersIn(view.state).length > 0) onMoved()
          },
        }),
        props: {
          decorations: (state) => key.getState(state)?.drawn,
          handlePaste(view, event) {
            const files = photosIn(event.clipboardData?.files)
            // Word puts a picture of the text beside the text itself: then the text is what was meant.
            if (files.length === 0 || event.clipboardData?.getData('text/plain')) return false
            onFiles(files, view.state.selection.from)
            return true
          },
          handleDrop(view, event, _slice, isMove) {
            const files = photosIn(event.dataTransfer?.files)
            if (isMove || files.length === 0) return false
            event.preventDefault()
            const at = view.posAtCoords({ left: event.clientX, top: event.clientY })?.pos
            onFiles(files, at ?? view.state.selection.from)
            return true
          },
        },
      }),
    ]
  },
})

/** The place holders as they stand: the photo's key and the position between two blocks. */
export function holdersIn(state: EditorState): readonly { id: string; pos: number }[] {
  return key.getState(state)?.list ?? []
}

/** Shows `dom` between two blocks at `pos`, until it is taken away or becomes a figure. Not a step that undo knows. */
export function hold(view: EditorView, holder: Holder): void {
  const pos = spotForBlock(view.state, holder.pos)
  tell(view.state.tr, view, { add: { ...holder, pos } })
}

/** Takes a place holder away and leaves nothing. */
export function letGo(view: EditorView, id: string): void {
  tell(view.state.tr, view, { remove: id })
}

/** The figure in place of its holder, as one step that undo takes back by itself. An empty line before it gives way. */
export function setFigure(view: EditorView, id: string, pictureId: string, words: PhotoWords): void {
  const { state } = view
  const { figure, paragraph } = state.schema.nodes
  const holder = holdersIn(state).find((one) => one.id === id)
  if (!figure || !paragraph || !holder) return
  const { alt, decorative, credit, graphic, caption } = words
  const attrs = { pictureId, alt: decorative ? '' : alt, decorative, credit, graphic }
  const node = figure.create(attrs, caption ? state.schema.text(caption) : undefined)
  const tr = closeHistory(state.tr)
  const from = beforeEmptyLine(state, holder.pos)
  const wasIn = state.selection.from > from && state.selection.to < holder.pos
  if (from < holder.pos) tr.replaceWith(from, holder.pos, node)
  else tr.insert(from, node)
  const after = from + node.nodeSize
  // A story never ends with a picture while it is written: there has to be a line to go on in.
  if (after === tr.doc.content.size) tr.insert(after, paragraph.create())
  if (wasIn) tr.setSelection(TextSelection.near(tr.doc.resolve(after), 1))
  tell(tr, view, { remove: id })
}

/** Where between the blocks of the story something is set that was asked for at `pos`. */
export function spotForBlock(state: EditorState, pos: number): number {
  const place = state.doc.resolve(Math.max(0, Math.min(pos, state.doc.content.size)))
  if (place.depth === 0) return Math.max(place.pos, state.doc.firstChild?.type.name === 'dateline' ? 1 : 0)
  const atStart = place.parentOffset === 0 && place.depth === 1 && place.parent.content.size > 0
  return atStart ? place.before(1) : place.after(1)
}

function beforeEmptyLine(state: EditorState, pos: number): number {
  const before: Node | null = state.doc.resolve(pos).nodeBefore
  return before?.type.name === 'paragraph' && before.content.size === 0 ? pos - before.nodeSize : pos
}

function tell(tr: Transaction, view: EditorView, meta: Change): void {
  if (!tr.docChanged) tr.setMeta('addToHistory', false)
  view.dispatch(tr.setMeta(key, meta))
}

// Words around a place holder may go, also all at once when another version is taken; the photo stays until somebody removes it.
function moved(tr: Transaction, before: Holders): Holders {
  const change: Change | undefined = tr.getMeta(key)
  if (!change && (!tr.docChanged || before.list.length === 0)) return before
  let list = before.list.map((holder) => {
    const { pos, deletedAcross } = tr.mapping.mapResult(holder.pos, -1)
    return { ...holder, pos: betweenBlocks(tr.doc, deletedAcross ? holder.pos : pos) }
  })
  if (change?.remove) list = list.filter(({ id }) => id !== change.remove)
  if (change?.add) list.push({ ...change.add, pos: betweenBlocks(tr.doc, change.add.pos) })
  const widgets = list.map(({ id, pos, dom }) =>
    Decoration.widget(pos, dom, { key: id, side: -1, ignoreSelection: true, stopEvent: () => true }),
  )
  return { list, drawn: DecorationSet.create(tr.doc, widgets) }
}

function betweenBlocks(doc: Node, pos: number): number {
  const place = doc.resolve(Math.min(pos, doc.content.size))
  return place.depth === 0 ? place.pos : place.after(1)
}

function photosIn(files: FileList | undefined): File[] {
  return [...(files ?? [])].filter(
    (file) => /^image\/(jpeg|png|webp|avif|heic|heif)$/.test(file.type) || /\.hei[cf]$/i.test(file.name),
  )
}
