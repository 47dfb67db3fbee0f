// Photos on their way up: a place holder in the text that is no part of the story, and the figure once they arrived.
import { Extension } from '@tiptap/core'
import type { EditorState } from '@tiptap/pm/state'
import { Plugin, PluginKey } from '@tiptap/pm/state'
import { Decoration, DecorationSet, type EditorView } from '@tiptap/pm/view'
import type { PhotoDesk } from './photo-desk.ts'

const key = new PluginKey<DecorationSet>('uploads')

type Change = { add?: { id: string; pos: number; dom: HTMLElement }; remove?: string }

/** What is told about a photo before it is sent. */
export type PhotoWords = { caption: string; credit: string; alt: string; decorative: boolean; rights: boolean }

export const noPhotoWords: PhotoWords = { caption: '', credit: '', alt: '', decorative: false, rights: false }

/** Takes photos that are pasted or dropped; `desk` sends them. */
export const Uploads = Extension.create<{ desk: PhotoDesk | null }>({
  name: 'uploads',
  addOptions: () => ({ desk: null }),
  addProseMirrorPlugins() {
    const { desk } = this.options
    if (!desk) return []
    return [
      new Plugin<DecorationSet>({
        key,
        state: {
          init: () => DecorationSet.empty,
          apply(tr, before) {
            const set = before.map(tr.mapping, tr.doc)
            const change: Change | undefined = tr.getMeta(key)
            if (change?.add) {
              const { id, pos, dom } = change.add
              return set.add(tr.doc, [Decoration.widget(pos, dom, { id, side: -1, ignoreSelection: true })])
            }
            if (change?.remove) return set.remove(set.find(undefined, undefined, (spec) => spec.id === change.remove))
            return set
          },
        },
        props: {
          decorations: (state) => key.getState(state),
          handlePaste(view, event) {
            const files = photosIn(event.clipboardData?.files)
            // Word puts a picture of the text beside the text itself: then the text is what was meant.
            if (files.length === 0 || event.clipboardData?.getData('text/plain')) return false
            for (const file of files) void addPhoto(view, desk, file, noPhotoWords)
            return true
          },
          handleDrop(view, event, _slice, moved) {
            const files = photosIn(event.dataTransfer?.files)
            if (moved || files.length === 0) return false
            event.preventDefault()
            const at = view.posAtCoords({ left: event.clientX, top: event.clientY })?.pos
            for (const file of files) void addPhoto(view, desk, file, noPhotoWords, at)
            return true
          },
        },
      }),
    ]
  },
})

/** Sends a photo and sets its figure at `at` (the selection when left out). What failed stays in view until decided on. */
export async function addPhoto(
  view: EditorView,
  desk: PhotoDesk,
  file: File,
  words: PhotoWords,
  at: number = view.state.selection.from,
): Promise<void> {
  const id = crypto.randomUUID()
  const dom = document.createElement('div')
  dom.className = 'uploading'
  dom.setAttribute('role', 'status')
  dom.contentEditable = 'false'
  change(view, { add: { id, pos: at, dom } })
  for (;;) {
    dom.classList.remove('failed')
    dom.textContent = desk.words.uploading(file.name, 0)
    const answer = await desk.send(file, words, (share) => {
      dom.textContent =
        share < 1 ? desk.words.uploading(file.name, Math.round(share * 100)) : desk.words.working(file.name)
    })
    if (view.isDestroyed) return
    if (answer.ok) {
      setFigure(view, id, answer.picture.id, words)
      return
    }
    if (!(await askAgain(dom, desk, file, answer.message))) {
      change(view, { remove: id })
      return
    }
  }
}

function askAgain(dom: HTMLElement, desk: PhotoDesk, file: File, why: string): Promise<boolean> {
  return new Promise((decide) => {
    const sentence = document.createElement('p')
    sentence.textContent = desk.words.failed(file.name, why)
    dom.classList.add('failed')
    dom.replaceChildren(
      sentence,
      button(desk.words.again, () => decide(true)),
      button(desk.words.drop, () => decide(false)),
    )
  })
}

function button(label: string, act: () => void): HTMLButtonElement {
  const made = document.createElement('button')
  made.type = 'button'
  made.className = 'button small'
  made.textContent = label
  made.addEventListener('click', act)
  return made
}

function setFigure(view: EditorView, id: string, pictureId: string, words: PhotoWords): void {
  const { state } = view
  const place = key.getState(state)?.find(undefined, undefined, (spec) => spec.id === id)[0]
  const { figure, paragraph } = state.schema.nodes
  if (!figure || !paragraph) return
  const tr = state.tr.setMeta(key, { remove: id } satisfies Change)
  if (!place) {
    view.dispatch(tr) // the text around it was deleted, and the photo with it
    return
  }
  const attrs = { pictureId, alt: words.alt, decorative: words.decorative, credit: words.credit }
  const node = figure.create(attrs, words.caption ? state.schema.text(words.caption) : undefined)
  const spot = spotForBlock(state, place.from)
  tr.insert(spot, node)
  // A story never ends with a picture while it is written: there has to be a line to go on in.
  if (spot + node.nodeSize === tr.doc.content.size) tr.insert(tr.doc.content.size, paragraph.create())
  view.dispatch(tr)
}

/** Where between the blocks of the story something is set that was asked for at `pos`. */
export function spotForBlock(state: EditorState, pos: number): number {
  const place = state.doc.resolve(Math.min(pos, state.doc.content.size))
  if (place.depth === 0) return Math.max(pos, state.doc.firstChild?.type.name === 'dateline' ? 1 : 0)
  const atStart = place.parentOffset === 0 && place.depth === 1 && place.parent.content.size > 0
  return atStart ? place.before(1) : place.after(1)
}

function change(view: EditorView, meta: Change): void {
  view.dispatch(view.state.tr.setMeta(key, meta).setMeta('addToHistory', false))
}

function photosIn(files: FileList | undefined): File[] {
  return [...(files ?? [])].filter((file) => /^image\/(jpeg|png|webp|avif|heic|heif)$/.test(file.type))
}
