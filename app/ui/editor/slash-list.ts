// The list that "/" opens: a list box under the line, whose chosen entry the text box names to screen readers.
import type { EditorView } from '@tiptap/pm/view'
import type { SlashItem, SlashOptions } from './slash-menu.ts'

const ID = 'slash-list'

export class SlashList {
  readonly #view: EditorView
  readonly #options: SlashOptions
  readonly #choose: (name: string) => void
  readonly #dom = document.createElement('div')
  #shown: readonly SlashItem[] = []
  #at = 0

  constructor(view: EditorView, options: SlashOptions, choose: (name: string) => void) {
    this.#view = view
    this.#options = options
    this.#choose = choose
    this.#dom.id = ID
    this.#dom.className = 'slash-list'
    this.#dom.setAttribute('role', 'listbox')
    this.#dom.setAttribute('aria-label', options.label)
    this.#dom.addEventListener('mousedown', (event) => event.preventDefault()) // the cursor stays in the story
    this.#dom.addEventListener('click', (event) => {
      const name =
        event.target instanceof Element ? event.target.closest('[data-name]')?.getAttribute('data-name') : null
      if (name) choose(name)
    })
    view.dom.parentElement?.append(this.#dom)
    view.dom.setAttribute('aria-controls', ID)
  }

  /** Shows the entries whose names begin with what was typed, or have a word that does. */
  show(typed: string): void {
    const wanted = typed.toLocaleLowerCase()
    this.#shown = this.#options.items.filter(({ label }) => ` ${label.toLocaleLowerCase()}`.includes(` ${wanted}`))
    this.#at = 0
    this.#draw()
    this.#place()
  }

  /** True when the key was for the list. */
  key(key: string): boolean {
    const last = this.#shown.length - 1
    if (last < 0) return false
    if (key === 'ArrowDown') this.#at = this.#at === last ? 0 : this.#at + 1
    else if (key === 'ArrowUp') this.#at = this.#at === 0 ? last : this.#at - 1
    else if (key === 'Enter' || key === 'Tab') {
      const item = this.#shown[this.#at]
      if (item) this.#choose(item.name)
      return true
    } else return false
    this.#draw()
    return true
  }

  close(): void {
    this.#dom.remove()
    this.#view.dom.removeAttribute('aria-controls')
    this.#view.dom.removeAttribute('aria-activedescendant')
  }

  #draw(): void {
    const entries = this.#shown.map(({ name, label }, at) => {
      const entry = document.createElement('div')
      entry.id = `${ID}-${name}`
      entry.dataset.name = name
      entry.textContent = label
      entry.setAttribute('role', 'option')
      entry.setAttribute('aria-selected', String(at === this.#at))
      return entry
    })
    const nothing = document.createElement('p')
    nothing.textContent = this.#options.nothing
    this.#dom.replaceChildren(...(entries.length > 0 ? entries : [nothing]))
    const current = entries[this.#at]
    if (current) this.#view.dom.setAttribute('aria-activedescendant', current.id)
    else this.#view.dom.removeAttribute('aria-activedescendant')
    current?.scrollIntoView({ block: 'nearest' })
  }

  /** Under the line, or over it where the window (or the phone's keyboard) leaves no room. */
  #place(): void {
    const line = this.#view.coordsAtPos(this.#view.state.selection.from)
    const box = this.#dom.parentElement?.getBoundingClientRect()
    if (!box) return
    const seen = window.visualViewport
    const end = seen ? seen.offsetTop + seen.height : window.innerHeight
    const height = this.#dom.offsetHeight
    const isOver = line.bottom + height + 8 > end && line.top - height > 100
    this.#dom.style.insetBlockStart = `${(isOver ? line.top - height - 6 : line.bottom + 6) - box.top}px`
  }
}
