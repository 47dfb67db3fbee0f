// "/" on an empty line: what can be put in there, to be found by typing its name. The list itself is fetched when first asked for.
import { Extension } from '@tiptap/core'
import { type EditorState, Plugin } from '@tiptap/pm/state'
import type { EditorView } from '@tiptap/pm/view'
import type { SlashList } from './slash-list.ts'

export type SlashItem = { name: string; label: string }

export type SlashOptions = {
  label: string
  nothing: string
  items: readonly SlashItem[]
  run: (name: string) => void
}

export const SlashMenu = Extension.create<SlashOptions>({
  name: 'slashMenu',
  priority: 1100, // before Enter and the arrows mean anything else
  addOptions: () => ({ label: '', nothing: '', items: [], run: () => {} }),
  addProseMirrorPlugins() {
    const menu = new Menu(this.options)
    return [
      new Plugin({
        view: () => ({
          update: (view, before) => {
            if (before.doc !== view.state.doc || before.selection !== view.state.selection) menu.update(view)
          },
          destroy: () => menu.close(),
        }),
        props: {
          handleKeyDown: (view, event) => menu.key(view, event),
          handleDOMEvents: { blur: () => menu.close() },
        },
      }),
    ]
  },
})

class Menu {
  #list: SlashList | null = null
  #isFetching = false
  /** Where Escape closed it; it opens again on another line. */
  #leftAt = -1
  readonly #options: SlashOptions

  constructor(options: SlashOptions) {
    this.#options = options
  }

  update(view: EditorView): void {
    const query = queryOf(view.state)
    if (query === null) this.#leftAt = -1
    if (query === null || query.from === this.#leftAt) this.close()
    else if (this.#list) this.#list.show(query.words)
    else void this.#open(view)
  }

  close(): boolean {
    this.#list?.close()
    this.#list = null
    return false
  }

  key(view: EditorView, event: KeyboardEvent): boolean {
    if (!this.#list || event.isComposing) return false
    if (event.key !== 'Escape') return this.#list.key(event.key)
    this.#leftAt = queryOf(view.state)?.from ?? -1
    this.close()
    return true
  }

  async #open(view: EditorView): Promise<void> {
    if (this.#isFetching) return
    this.#isFetching = true
    const loaded = await import('./slash-list.ts').catch(() => null) // without a connection "/" is only a letter
    this.#isFetching = false
    const query = view.isDestroyed ? null : queryOf(view.state)
    if (!loaded || !query || !view.hasFocus()) return
    this.#list = new loaded.SlashList(view, this.#options, (name) => this.#choose(view, name))
    this.#list.show(query.words)
  }

  #choose(view: EditorView, name: string): void {
    const query = queryOf(view.state)
    this.close()
    if (query) view.dispatch(view.state.tr.delete(query.from, query.to))
    this.#options.run(name)
  }
}

/** What stands after "/" when that is all there is in the paragraph, and where. */
function queryOf({ selection }: EditorState): { words: string; from: number; to: number } | null {
  const { $from, empty } = selection
  if (!empty || $from.depth !== 1 || $from.parent.type.name !== 'paragraph') return null
  const text = $from.parent.textContent
  if (!/^\/[^/]{0,30}$/.test(text) || $from.parentOffset !== text.length) return null
  return { words: text.slice(1).trim(), from: $from.start(), to: $from.end() }
}
