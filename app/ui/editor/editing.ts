// What the toolbar and the fields around the story do to it: commands over the editor.
import type { Editor } from '@tiptap/core'
import { NodeSelection, TextSelection } from '@tiptap/pm/state'
import type { EmbedProvider } from '#app/newsroom/story/copy/embed-services.ts'
import type { CopyPlace } from '#app/newsroom/story/readiness.ts'
import { spotForBlock } from './uploads.ts'

/** Sets, changes or takes away the dateline; the agency is kept when there was one. */
export function setDateline(editor: Editor, { place, date }: { place: string; date: string }, agency: string): void {
  const { state, view } = editor
  const { dateline } = state.schema.nodes
  const first = state.doc.firstChild
  if (!dateline || !first) return
  const old = first.type === dateline ? first : null
  const tr = state.tr
  if (!place && !date) {
    if (old) tr.delete(0, old.nodeSize)
  } else {
    const attrs = {
      place: place.slice(0, 80),
      date,
      agency: old && old.attrs.agency !== '' ? old.attrs.agency : agency,
    }
    if (old?.attrs.place === attrs.place && old.attrs.date === date) return
    if (old) tr.setNodeMarkup(0, undefined, attrs)
    else tr.insert(0, dateline.create(attrs))
  }
  if (tr.docChanged) view.dispatch(tr)
}

/** A fact box around the chosen paragraphs, or an empty one after them; inside one, the box is taken away. */
export function toggleFactBox(editor: Editor): void {
  if (editor.isActive('factBox')) editor.chain().focus().lift('factBox').run()
  else if (!editor.chain().focus().wrapIn('factBox', { kind: 'background' }).run())
    insertBlock(editor, { type: 'factBox', attrs: { kind: 'background' }, content: [{ type: 'paragraph' }] })
}

/** Makes the paragraph a pull quote, or a pull quote a paragraph again. */
export function togglePullQuote(editor: Editor): void {
  editor.chain().focus().toggleNode('pullQuote', 'paragraph').run()
}

/** A card that leads to a topic of ours or to another page. */
export function insertRelated(editor: Editor, to: { topic: string } | { url: string }, label: string): void {
  const attrs =
    'topic' in to
      ? { refType: 'topic', ref: to.topic, url: '', label }
      : { refType: 'url', ref: '', url: to.url, label }
  insertBlock(editor, { type: 'related', attrs })
}

/** Something shown on another service. */
export function insertEmbed(editor: Editor, embed: { provider: EmbedProvider; providerId: string }): void {
  insertBlock(editor, { type: 'embed', attrs: embed })
}

/** A line between two parts of the story. */
export function insertDivider(editor: Editor): void {
  insertBlock(editor, { type: 'horizontalRule' })
}

/** The figure at `pos` gets these details; its caption is replaced only when its words differ. */
export function describeFigure(
  editor: Editor,
  pos: number,
  words: { caption: string; credit: string; alt: string; decorative: boolean; graphic: boolean },
): void {
  const node = editor.state.doc.nodeAt(pos)
  if (node?.type.name !== 'figure') return
  const tr = editor.state.tr
  if (node.textContent !== words.caption)
    tr.replaceWith(pos + 1, pos + 1 + node.content.size, words.caption ? [editor.schema.text(words.caption)] : [])
  const { credit, alt, decorative, graphic } = words
  tr.setNodeMarkup(pos, undefined, { ...node.attrs, credit, alt: decorative ? '' : alt, decorative, graphic })
  editor.view.dispatch(tr)
}

/** Brings a photo of the story into view and selects it. */
export function goToPhoto(editor: Editor, pictureId: string): void {
  editor.state.doc.descendants((node, pos) => {
    if (node.type.name !== 'figure' || node.attrs.pictureId !== pictureId) return true
    editor.view.dispatch(editor.state.tr.setSelection(NodeSelection.create(editor.state.doc, pos)).scrollIntoView())
    editor.view.focus()
    return false
  })
}

/** Brings words of the story into view and selects them. Words that are gone by now lead to what stands there. */
export function goToWords(editor: Editor, place: CopyPlace): void {
  select(editor, positionsOf(editor, place))
}

function select({ state, view }: Editor, { from, to }: { from: number; to: number }): void {
  const selection = TextSelection.between(state.doc.resolve(from), state.doc.resolve(to))
  view.dispatch(state.tr.setSelection(selection).scrollIntoView())
  view.focus()
}

/** Words that somebody spoke about, and where they stood then. */
export type Quoted = { quote: string; from: number }

/** Brings the words into view and selects them where they stand now, nearest to where they stood; else what stands there. */
export function goToQuote(editor: Editor, { quote, from }: Quoted): void {
  const { doc } = editor.state
  let place = Math.min(from, doc.content.size)
  let far = Number.POSITIVE_INFINITY
  let to = place
  doc.descendants((node, position) => {
    // Leaves take one place each, as they do in the document.
    const at = node.isTextblock ? node.textBetween(0, node.content.size, '', ' ').indexOf(quote) : -1
    const start = position + 1 + at
    if (at < 0 || Math.abs(start - from) >= far) return
    far = Math.abs(start - from)
    place = start
    to = start + quote.length
  })
  select(editor, { from: place, to })
}

/** Gives the link at a place another address. */
export function mendLink(editor: Editor, place: CopyPlace, href: string): void {
  editor.chain().setTextSelection(positionsOf(editor, place)).updateAttributes('link', { href }).focus().run()
}

function positionsOf({ state: { doc } }: Editor, { block, from, to }: CopyPlace): { from: number; to: number } {
  let start = 0
  for (let i = 0; i < Math.min(block, doc.childCount); i++) start += doc.child(i).nodeSize
  const within = (at: number) => Math.min(start + at, doc.content.size)
  return { from: within(from), to: within(to) }
}

type BlockJson = { type: string; attrs?: Record<string, unknown>; content?: BlockJson[] }

/** Sets a block after the one the cursor is in (in place of an empty paragraph), and leaves a line to go on in. */
export function insertBlock(editor: Editor, json: BlockJson): void {
  const { state } = editor
  const { paragraph } = state.schema.nodes
  const node = state.schema.nodeFromJSON(json)
  const { $from } = state.selection
  const isEmptyLine = $from.depth === 1 && $from.parent.type === paragraph && $from.parent.content.size === 0
  const tr = state.tr
  const spot = isEmptyLine ? $from.before(1) : spotForBlock(state, $from.pos)
  if (isEmptyLine) tr.replaceWith(spot, $from.after(1), node)
  else tr.insert(spot, node)
  const after = spot + node.nodeSize
  if (after === tr.doc.content.size && paragraph) tr.insert(after, paragraph.create())
  tr.setSelection(TextSelection.near(tr.doc.resolve(node.isAtom ? after : spot + 1), 1))
  editor.view.dispatch(tr.scrollIntoView())
  editor.view.focus()
}
