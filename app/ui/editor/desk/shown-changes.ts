// Shows in an open editor what was changed against the base: derived from the words, never a part of them.
import type { Editor } from '@tiptap/core'
import type { Node } from '@tiptap/pm/model'
import { Plugin, PluginKey } from '@tiptap/pm/state'
import { Decoration, DecorationSet } from '@tiptap/pm/view'
import type { EditMode } from '#app/newsroom/desk/edit-mode.ts'
import { type EditChange, keyOf } from '#app/newsroom/desk/suggestions.ts'
import type { Copy } from '#app/newsroom/story/copy/check-copy.ts'
import { type CopyChange, diffNodes, mergeNodes, mergeNodesThreeWays } from '#app/newsroom/story/copy/compare-copy.ts'
import { adoptCopy } from '../adopt-copy.ts'

const key = new PluginKey<DecorationSet>('shownChanges')

/** Milliseconds of quiet before the words are compared; more where a comparison takes long. */
const QUIET = 250
const LONGEST_QUIET = 3000

export type ShownChanges = {
  /** Compares now. */
  refresh(): void
  /** From here on words are changed in another way; those before are as they were meant. */
  setMode(mode: EditMode): void
  /** Puts back what one change changed, as one step that undo knows. */
  takeBack(change: string): void
  /** Selects what a change has put in, or the place where it took something out. */
  goTo(change: string): void
  stop(): void
}

/** Begins to show the changes of `editor` against `base`; `onChanges` gets them after every quiet moment. */
export function showChanges(editor: Editor, base: Copy, onChanges: (changes: EditChange[]) => void): ShownChanges {
  let from = editor.schema.nodeFromJSON(base)
  /** The words when direct editing began; null while changes are suggested. */
  let turn: Node | null = null
  let timer: ReturnType<typeof setTimeout> | undefined
  let cost = 0
  let last: { doc: Node; from: Node; base: Node; changes: CopyChange[] } | null = null

  function compare() {
    const { doc } = editor.state
    if (last?.doc === doc && last.from === from) return last
    const began = performance.now()
    const against = turn === null ? from : mergeNodesThreeWays(turn, doc, from).node
    last = { doc, from, base: against, changes: diffNodes(against, doc) }
    cost = performance.now() - began
    return last
  }

  function refresh() {
    clearTimeout(timer)
    if (editor.isDestroyed) return
    // Words that are being composed are not to be touched, and decorations would.
    if (editor.view.composing) return wait()
    const { doc, changes } = compare()
    const drawn = DecorationSet.create(
      doc,
      changes.flatMap((change) => decorationsOf(change, doc)),
    )
    editor.view.dispatch(editor.state.tr.setMeta(key, drawn).setMeta('addToHistory', false))
    onChanges(changes.map((change) => ({ ...change, key: keyOf(change), copyChange: change.id })))
  }

  function wait() {
    clearTimeout(timer)
    timer = setTimeout(refresh, Math.min(LONGEST_QUIET, Math.max(QUIET, cost * 8)))
  }

  editor.registerPlugin(
    new Plugin<DecorationSet>({
      key,
      state: {
        init: () => DecorationSet.empty,
        apply: (tr, before) => tr.getMeta(key) ?? (tr.docChanged ? before.map(tr.mapping, tr.doc) : before),
      },
      props: { decorations: (state) => key.getState(state) },
      view: () => ({
        update(view, before) {
          if (before.doc !== view.state.doc) wait()
        },
      }),
    }),
  )
  refresh()

  return {
    refresh,
    setMode(mode) {
      from = compare().base
      turn = mode === 'direct' ? editor.state.doc : null
      last = null
      refresh()
    },
    takeBack(change) {
      const { doc, base: against, changes } = compare()
      const left = mergeNodes(against, doc, changes, (one) => keyOf(one) !== change)
      adoptCopy(editor, left.toJSON() as Copy, { undoable: true })
      refresh()
    },
    goTo(change) {
      const found = compare().changes.find((one) => keyOf(one) === change)
      if (!found) return
      editor.chain().setTextSelection({ from: found.fromAfter, to: found.toAfter }).scrollIntoView().focus().run()
    },
    stop() {
      clearTimeout(timer)
      if (!editor.isDestroyed) editor.unregisterPlugin(key)
    },
  }
}

function decorationsOf(change: CopyChange, doc: Node): Decoration[] {
  const { kind, fromAfter, toAfter, removed } = change
  const name = keyOf(change)
  if (kind === 'attrs') return [Decoration.node(fromAfter, toAfter, { class: 'change-attrs' })]
  const out = removed
    ? [
        Decoration.widget(fromAfter, () => takenOut(removed, kind === 'block'), {
          key: `${name}:${removed}`,
          side: -1,
          ignoreSelection: true,
        }),
      ]
    : []
  if (kind === 'inline' && toAfter > fromAfter)
    out.push(Decoration.inline(fromAfter, toAfter, { nodeName: 'ins', class: 'change-in' }))
  if (kind === 'block')
    for (let at = fromAfter; at < toAfter; ) {
      const size = doc.nodeAt(at)?.nodeSize ?? toAfter - at
      out.push(Decoration.node(at, at + size, { class: 'change-block' }))
      at += size
    }
  return out
}

function takenOut(words: string, isBlock: boolean): HTMLElement {
  const del = document.createElement('del')
  del.className = isBlock ? 'change-out whole' : 'change-out'
  del.contentEditable = 'false'
  del.dir = 'auto'
  del.textContent = words
  return del
}
