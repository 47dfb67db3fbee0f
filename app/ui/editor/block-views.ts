// How photos, boxes, quotes and cards look while a story is written: plain DOM around what the writer types.

import type { Extensions, NodeViewRendererProps } from '@tiptap/core'
import type { Node as CopyBlock } from '@tiptap/pm/model'
import type { EditorView, NodeView } from '@tiptap/pm/view'
import { embedLink } from '#app/newsroom/story/copy/embed-services.ts'
import { factBoxKinds } from '#app/newsroom/story/copy/fact-box.ts'
import { storyExtensions } from '#app/newsroom/story/copy/story-extensions.ts'
import type { Words } from '#app/words/words.ts'
import type { PhotoInHand } from './photo-desk.ts'

export type BlockWords = Words['contributor']['blocks']

export type BlockDesk = {
  words: BlockWords
  photo(id: string): PhotoInHand | undefined
  /** Calls when something changed that photos show; gives back how to stop listening. */
  onPhotos(listener: () => void): () => void
  /** Opens the details of the photo that stands at `pos`. */
  editPhoto(pos: number): void
  topicName(slug: string): string
}

/** The story's own extensions, with these views for the blocks that need more than their words. */
export function extensionsWithViews(desk: BlockDesk): Extensions {
  const views: Record<string, (props: NodeViewRendererProps) => NodeView> = {
    figure: (props) => new FigureView(props, desk),
    factBox: (props) => new FactBoxView(props, desk),
    pullQuote: (props) =>
      new FieldView(props, 'aside', 'pull-quote', { name: 'attribution', label: desk.words.attribution, longest: 250 }),
    blockquote: (props) =>
      new FieldView(props, 'blockquote', 'quote', { name: 'source', label: desk.words.source, longest: 250 }),
    related: (props) => new CardView(props, desk, 'related', relatedLine),
    embed: (props) => new CardView(props, desk, 'embed', embedLine),
  }
  return storyExtensions.map((extension) => {
    const view = views[extension.name]
    return view && extension.type === 'node' ? extension.extend({ addNodeView: () => view }) : extension
  })
}

type Line = { kind: string; text: string }

function relatedLine(node: CopyBlock, desk: BlockDesk): Line {
  const { refType, ref, url, label } = node.attrs
  const target = refType === 'url' ? String(url) : refType === 'topic' ? desk.topicName(String(ref)) : String(ref)
  return { kind: String(label), text: target }
}

function embedLine(node: CopyBlock, desk: BlockDesk): Line {
  const link = embedLink(node.attrs.provider, node.attrs.providerId)
  return { kind: desk.words.opensOn(link?.name ?? ''), text: link?.url ?? '' }
}

/** What the views share: where the block stands, changing its attributes, taking it out. */
abstract class BlockView implements NodeView {
  abstract dom: HTMLElement
  protected node: CopyBlock
  protected readonly view: EditorView
  protected readonly position: () => number | undefined

  constructor({ node, view, getPos }: NodeViewRendererProps) {
    this.node = node
    this.view = view
    this.position = getPos
  }

  protected setAttribute(name: string, value: string): void {
    const pos = this.position()
    if (pos === undefined || this.node.attrs[name] === value) return
    this.view.dispatch(this.view.state.tr.setNodeAttribute(pos, name, value))
  }

  protected takeOut(): void {
    const pos = this.position()
    if (pos === undefined) return
    const { paragraph } = this.view.state.schema.nodes
    const tr = this.view.state.tr
    // The last block of a story is replaced, because a story needs at least one.
    const isOnly = this.view.state.doc.childCount === 1
    if (isOnly && paragraph) tr.replaceWith(pos, pos + this.node.nodeSize, paragraph.create())
    else tr.delete(pos, pos + this.node.nodeSize)
    this.view.dispatch(tr)
    this.view.focus()
  }

  /** Controls of the block are not the editor's: it neither sees their events nor their changes. */
  stopEvent(event: Event): boolean {
    return event.target instanceof Element && event.target.closest('.block-controls') !== null
  }

  ignoreMutation(mutation: { type: string; target: Node }): boolean {
    if (mutation.type === 'selection') return false
    const element = mutation.target instanceof Element ? mutation.target : mutation.target.parentElement
    return mutation.target === this.dom || element?.closest('.block-controls') !== null
  }
}

class FigureView extends BlockView {
  readonly dom = made('figure', 'figure')
  readonly contentDOM = made('figcaption', '')
  readonly #image = document.createElement('img')
  readonly #state = made('p', 'figure-state')
  readonly #details: HTMLButtonElement
  readonly #desk: BlockDesk
  readonly #stop: () => void

  constructor(props: NodeViewRendererProps, desk: BlockDesk) {
    super(props)
    this.#desk = desk
    this.contentDOM.dataset.hint = desk.words.captionHint
    this.#details = button(desk.words.details, () => {})
    this.#image.draggable = false
    const picture = made('div', 'figure-picture')
    picture.contentEditable = 'false'
    picture.append(this.#image)
    const controls = blockControls()
    controls.append(
      this.#state,
      this.#details,
      button(desk.words.removePhoto, () => this.takeOut()),
    )
    this.dom.append(picture, this.contentDOM, controls)
    this.#details.addEventListener('click', () => {
      const pos = this.position()
      if (pos !== undefined) desk.editPhoto(pos)
    })
    this.#stop = desk.onPhotos(() => this.#draw())
    this.#draw()
  }

  update(node: CopyBlock): boolean {
    if (node.type !== this.node.type) return false
    this.node = node
    this.#draw()
    return true
  }

  destroy(): void {
    this.#stop()
  }

  #draw(): void {
    const { pictureId, alt, decorative, credit, layout, graphic } = this.node.attrs
    const photo = this.#desk.photo(String(pictureId))
    const { missing, gone, graphic: covered, undescribed } = this.#desk.words
    if (photo) {
      if (this.#image.getAttribute('src') !== photo.src) this.#image.src = photo.src
      this.#image.width = photo.width
      this.#image.height = photo.height
    }
    this.#image.alt = decorative ? '' : String(alt) || undescribed
    this.#image.hidden = !photo
    this.#details.hidden = !photo
    this.dom.classList.toggle('graphic', graphic === true)
    this.dom.classList.toggle('gone', !photo)
    this.dom.dataset.layout = String(layout)
    this.dom.id = `photo-${pictureId}`
    this.contentDOM.classList.toggle('empty', this.node.content.size === 0)
    const lacks = [
      !decorative && !alt ? missing.alt : '',
      credit ? '' : missing.credit,
      photo?.rights ? '' : missing.rights,
    ].filter((word) => word !== '')
    const said = [graphic ? covered : '', ...(lacks.length > 0 ? lacks : [String(credit)])]
    this.#state.textContent = photo ? said.filter(Boolean).join(' · ') : gone
    this.#state.classList.toggle('lacks', lacks.length > 0 || !photo)
  }
}

class FactBoxView extends BlockView {
  readonly dom = made('section', 'fact-box')
  readonly contentDOM = made('div', 'fact-box-words')
  readonly #kind = document.createElement('select')
  readonly #title: HTMLInputElement

  constructor(props: NodeViewRendererProps, desk: BlockDesk) {
    super(props)
    const controls = blockControls()
    this.#kind.setAttribute('aria-label', desk.words.kind)
    for (const kind of factBoxKinds) this.#kind.append(new Option(desk.words.kinds[kind], kind))
    this.#kind.addEventListener('change', () => this.setAttribute('kind', this.#kind.value))
    this.#title = textInput(desk.words.boxTitle, 160, (value) => this.setAttribute('title', value))
    controls.append(
      this.#kind,
      this.#title,
      button(desk.words.removeBlock, () => this.takeOut()),
    )
    this.dom.append(controls, this.contentDOM)
    this.#draw()
  }

  update(node: CopyBlock): boolean {
    if (node.type !== this.node.type) return false
    this.node = node
    this.#draw()
    return true
  }

  #draw(): void {
    this.#kind.value = String(this.node.attrs.kind)
    keepValue(this.#title, String(this.node.attrs.title))
  }
}

/** Words with one field below them: a quotation and where it is from, a pull quote and who said it. */
class FieldView extends BlockView {
  readonly dom: HTMLElement
  readonly contentDOM = made('div', 'quoted')
  readonly #field: { name: string; label: string; longest: number }
  readonly #input: HTMLInputElement

  constructor(
    props: NodeViewRendererProps,
    tag: string,
    className: string,
    field: { name: string; label: string; longest: number },
  ) {
    super(props)
    this.#field = field
    this.dom = made(tag, className)
    this.#input = textInput(field.label, field.longest, (value) => this.setAttribute(field.name, value))
    const controls = blockControls()
    controls.append(this.#input)
    this.dom.append(this.contentDOM, controls)
    this.#draw()
  }

  update(node: CopyBlock): boolean {
    if (node.type !== this.node.type) return false
    this.node = node
    this.#draw()
    return true
  }

  #draw(): void {
    keepValue(this.#input, String(this.node.attrs[this.#field.name]))
  }
}

/** A block without words of its own: one line that says what it is. */
class CardView extends BlockView {
  readonly dom = made('div', 'card')
  readonly #kind = made('span', 'card-kind')
  readonly #text = made('span', 'card-text')
  readonly #desk: BlockDesk
  readonly #line: (node: CopyBlock, desk: BlockDesk) => Line

  constructor(
    props: NodeViewRendererProps,
    desk: BlockDesk,
    className: string,
    line: (node: CopyBlock, desk: BlockDesk) => Line,
  ) {
    super(props)
    this.#desk = desk
    this.#line = line
    this.dom.classList.add(className)
    this.dom.contentEditable = 'false'
    const words = made('p', '')
    words.append(this.#kind, ' ', this.#text)
    const controls = blockControls()
    controls.append(button(desk.words.removeBlock, () => this.takeOut()))
    this.dom.append(words, controls)
    this.#draw()
  }

  update(node: CopyBlock): boolean {
    if (node.type !== this.node.type) return false
    this.node = node
    this.#draw()
    return true
  }

  override ignoreMutation(): boolean {
    return true
  }

  #draw(): void {
    const { kind, text } = this.#line(this.node, this.#desk)
    this.#kind.textContent = kind
    this.#text.textContent = text
  }
}

function made(tag: string, className: string): HTMLElement {
  const element = document.createElement(tag)
  if (className) element.className = className
  return element
}

function blockControls(): HTMLElement {
  const controls = made('div', 'block-controls')
  controls.contentEditable = 'false'
  return controls
}

function button(label: string, act: () => void): HTMLButtonElement {
  const control = document.createElement('button')
  control.type = 'button'
  control.className = 'button small'
  control.textContent = label
  control.addEventListener('click', act)
  return control
}

function textInput(label: string, longest: number, onChange: (value: string) => void): HTMLInputElement {
  const input = document.createElement('input')
  input.type = 'text'
  input.maxLength = longest
  input.placeholder = label
  input.setAttribute('aria-label', label)
  input.addEventListener('input', () => onChange(input.value.replace(/\s+/g, ' ').trim()))
  input.addEventListener('keydown', (event) => {
    if (event.key === 'Enter') event.preventDefault() // it would send the form around the editor
  })
  return input
}

/** Sets a field's value unless the writer is in it and only a space at its end differs. */
function keepValue(input: HTMLInputElement, value: string): void {
  if (input.value.replace(/\s+/g, ' ').trim() !== value) input.value = value
}
