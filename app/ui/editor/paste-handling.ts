// What happens when something is pasted or dropped into a story: cleaned, linked, its pictures sent to the desk.
import { Extension } from '@tiptap/core'
import { Fragment, type Mark, type Node, Slice } from '@tiptap/pm/model'
import { type EditorState, Plugin, type Transaction } from '@tiptap/pm/state'
import type { EditorView } from '@tiptap/pm/view'
import { bareAddresses, wholeAddress } from '#app/newsroom/story/copy/bare-addresses.ts'
import { cleanText } from '#app/newsroom/story/copy/clean-text.ts'
import { embedFromAddress } from '#app/newsroom/story/copy/embed-services.ts'
import { inlineText } from '#app/newsroom/story/copy/inline-text.ts'
import { addPhoto } from './add-photo.ts'
import { insertEmbed } from './editing.ts'
import { cleanPaste } from './paste-clean.ts'
import { liftMarks, PictureTray } from './paste-pictures.ts'
import { pastedParagraphs } from './paste-text.ts'
import { noPhotoWords, type PhotoDesk } from './photo-desk.ts'

export type PasteOptions = {
  desk: PhotoDesk | null
  /** Whether the writer may bring notes and corrections of the desk. */
  isDesk: boolean
  /** Told how many pictures could not come along. */
  onLost: (pictures: number) => void
}

export const PasteHandling = Extension.create<PasteOptions>({
  name: 'pasteHandling',
  addOptions: () => ({ desk: null, isDesk: false, onLost: () => {} }),
  addProseMirrorPlugins() {
    const { editor, options } = this
    let tray = new PictureTray()
    let notes: Notes = options.isDesk ? 'all' : new Set()
    return [
      new Plugin({
        view({ state }) {
          if (notes !== 'all') notes = notesIn(state.doc)
          return {}
        },
        props: {
          transformPastedHTML(html) {
            tray = new PictureTray()
            // What was copied out of a story is already in our language.
            return /<[^<>]+\sdata-pm-slice=/i.test(html) ? html : cleanPaste(html, tray)
          },
          clipboardTextParser: (text, $context, _plain, view) => textSlice(text, $context.marks(), view.state),
          transformPasted: (slice, view) => prepared(slice, view, notes),
          handlePaste(view, event, slice) {
            const pasted = tray
            tray = new PictureTray()
            if (pasted.lost > 0) options.onLost(pasted.lost)
            const text = event.clipboardData?.getData('text/plain').trim() ?? ''
            const embed = embedFromAddress(text)
            if (embed && wholeAddress(text) && isEmptyLine(view.state)) {
              insertEmbed(editor, embed)
              return true
            }
            if (linkSelection(view, text)) return true
            if (pasted.pictures.length === 0) return false
            insertWithPictures(view, slice, pasted, options.desk)
            return true
          },
        },
      }),
    ]
  },
})

/** Foreign content as a contributor may bring it: clean text, addresses as links, no note of the desk. */
export function readied(content: Fragment): Fragment {
  return rewritten(content, () => false)
}

/** Puts a slice in place of the selection; each picture of the tray goes to the desk for the place of its mark. */
function insertWithPictures(view: EditorView, slice: Slice, tray: PictureTray, desk: PhotoDesk | null): void {
  const tr = view.state.tr.replaceSelection(slice)
  sendPictures(view, tr.scrollIntoView().setMeta('paste', true).setMeta('uiEvent', 'paste'), tray, desk)
}

/** Dispatches a change without its marks, and sends the pictures that they stood for. */
export function sendPictures(view: EditorView, tr: Transaction, tray: PictureTray, desk: PhotoDesk | null): void {
  const places = liftMarks(tr, 0, tr.doc.content.size)
  view.dispatch(tr)
  for (const { at, pos } of places) {
    const picture = tray.pictures[at]
    if (picture && desk) void addPhoto(view, desk, picture.file, { ...noPhotoWords, alt: picture.alt }, pos)
  }
}

/** A slice as it may go into this story: its addresses are links, and only the desk brings what is the desk's. */
function prepared(slice: Slice, view: EditorView, notes: Notes): Slice {
  const isMoved = view.dragging?.move === true // it leaves its old place
  const mayKeep = notes === 'all' || isMoved ? () => true : notesCutOut(notes, view.state.doc)
  return new Slice(rewritten(slice.content, mayKeep), slice.openStart, slice.openEnd)
}

type MayKeep = (node: Node) => boolean
/** The notes and corrections that the story had when it was opened, or all that there are, for the desk. */
type Notes = ReadonlySet<string> | 'all'

/** What was cut out of the story may be put back; a second of the same words may not. */
function notesCutOut(notes: ReadonlySet<string>, doc: Node): MayKeep {
  const here = notesIn(doc)
  return (node) => notes.has(keyOf(node)) && !here.has(keyOf(node))
}

function notesIn(doc: Node): Set<string> {
  const found = new Set<string>()
  doc.descendants((node) => {
    if (noteOf(node) || node.type.name === 'correction') found.add(keyOf(node))
  })
  return found
}

function noteOf(node: Node): Mark | undefined {
  return node.marks.find((mark) => mark.type.name === 'editorNote')
}

function keyOf(node: Node): string {
  return `${noteOf(node)?.attrs.kind ?? node.type.name} ${node.textContent}`
}

function rewritten(content: Fragment, mayKeep: MayKeep): Fragment {
  const nodes: Node[] = []
  content.forEach((node) => {
    if (node.isText)
      nodes.push(...cleaned(node).flatMap((text) => linked(mayBring(text, mayKeep) ? text : noteAsText(text))))
    else if (node.type.name === 'correction' && !mayKeep(node)) nodes.push(...rewritten(node.content, mayKeep).content)
    else nodes.push(node.copy(rewritten(node.content, mayKeep)))
  })
  return Fragment.fromArray(nodes)
}

function mayBring(node: Node, mayKeep: MayKeep): boolean {
  return noteOf(node) === undefined || mayKeep(node)
}

/** The text without what no story may hold; none when nothing is left. */
function cleaned(node: Node): Node[] {
  const text = cleanText(node.text ?? '')
  if (text === node.text) return [node]
  return text === '' ? [] : [node.type.schema.text(text, node.marks)]
}

/** A note of the desk as a writer may bring it: with the brackets that readers see. */
function noteAsText(node: Node): Node {
  const words = inlineText({ type: 'paragraph', content: [node.toJSON()] })
  return node.type.schema.text(words, noteOf(node)?.removeFromSet(node.marks))
}

/** A text with its bare addresses as links. */
function linked(node: Node): Node[] {
  const { link } = node.type.schema.marks
  const text = node.text ?? ''
  if (!link || node.marks.some((mark) => mark.type.excludes(link))) return [node]
  const parts: Node[] = []
  let from = 0
  for (const address of bareAddresses(text)) {
    if (address.from > from) parts.push(node.cut(from, address.from))
    parts.push(node.cut(address.from, address.to).mark(link.create({ href: address.href }).addToSet(node.marks)))
    from = address.to
  }
  if (from < text.length) parts.push(node.cut(from))
  return parts
}

function textSlice(text: string, marks: readonly Mark[], { schema }: EditorState): Slice {
  const { paragraph, hardBreak } = schema.nodes
  if (!paragraph || !hardBreak) return Slice.empty
  const blocks = pastedParagraphs(text).map((lines) =>
    paragraph.create(
      null,
      lines.flatMap((line, at) => [...(at === 0 ? [] : [hardBreak.create()]), schema.text(line, marks)]),
    ),
  )
  return new Slice(Fragment.fromArray(blocks), blocks.length > 0 ? 1 : 0, blocks.length > 0 ? 1 : 0)
}

function isEmptyLine({ selection }: EditorState): boolean {
  const { $from, empty } = selection
  return empty && $from.depth === 1 && $from.parent.type.name === 'paragraph' && $from.parent.content.size === 0
}

/** An address that is pasted on chosen words makes them a link. */
function linkSelection(view: EditorView, text: string): boolean {
  const { state } = view
  const { from, to, empty, $from, $to } = state.selection
  const { link } = state.schema.marks
  const href = wholeAddress(text)
  if (empty || href === null || !link || !$from.sameParent($to) || !$from.parent.inlineContent) return false
  if (!$from.parent.type.allowsMarkType(link) || wholeAddress(state.doc.textBetween(from, to)) !== null) return false
  view.dispatch(state.tr.addMark(from, to, link.create({ href })).scrollIntoView())
  return true
}
