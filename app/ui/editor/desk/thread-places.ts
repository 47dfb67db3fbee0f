// Marks in an open editor the words that comments hang on, and moves the marks with them while one writes.
import type { Editor } from '@tiptap/core'
import { type EditorState, Plugin, PluginKey, TextSelection } from '@tiptap/pm/state'
import { Decoration, DecorationSet } from '@tiptap/pm/view'
import type { Thread } from '#app/newsroom/desk/comments.ts'
import type { Place } from '#app/newsroom/desk/places.ts'
import { carryAnchorBetween } from '#app/newsroom/story/copy/compare-copy.ts'

type Spot = { id: string; shared: boolean; from: number; to: number; quote: string }

const key = new PluginKey<{ spots: readonly Spot[]; drawn: DecorationSet }>('threadPlaces')

export type ThreadPlaces = {
  /** Other threads, or the same ones: those that are known stay where they have moved to. */
  show(threads: readonly Thread[]): void
  goTo(thread: string): void
  /** How each thread's words are now. */
  states(): Map<string, Place['state']>
  stop(): void
}

export function markThreads(editor: Editor, threads: readonly Thread[]): ThreadPlaces {
  editor.registerPlugin(
    new Plugin({
      key,
      state: {
        init: (_config, state) => drawn(state.doc, spotsOf(state, threads, [])),
        apply(tr, before) {
          const spots: Spot[] | undefined = tr.getMeta(key)
          if (spots) return drawn(tr.doc, spots)
          if (!tr.docChanged || before.spots.length === 0) return before
          return drawn(
            tr.doc,
            before.spots.map((spot) => {
              const from = tr.mapping.map(spot.from, 1)
              return { ...spot, from, to: Math.max(from, tr.mapping.map(spot.to, -1)) }
            }),
          )
        },
      },
      props: { decorations: (state) => key.getState(state)?.drawn },
    }),
  )
  const spots = () => key.getState(editor.state)?.spots ?? []
  return {
    show(next) {
      const { state, view } = editor
      view.dispatch(state.tr.setMeta(key, spotsOf(state, next, spots())).setMeta('addToHistory', false))
    },
    goTo(thread) {
      const spot = spots().find(({ id }) => id === thread)
      if (!spot || spot.from >= spot.to) return
      const { state, view } = editor
      view.dispatch(state.tr.setSelection(TextSelection.create(state.doc, spot.from, spot.to)).scrollIntoView())
      view.focus()
    },
    states: () => new Map(spots().map((spot) => [spot.id, stateOf(editor.state, spot)])),
    stop() {
      if (!editor.isDestroyed) editor.unregisterPlugin(key)
    },
  }
}

/** The places of open threads; what came from the server speaks of the words as they were saved, so they are looked for. */
function spotsOf({ doc }: EditorState, threads: readonly Thread[], known: readonly Spot[]): Spot[] {
  return threads
    .filter(({ place, resolved }) => !resolved && place.state !== 'detached')
    .map(({ publicId, shared, place }) => {
      const here = known.find(({ id }) => id === publicId)
      const { from, to, quote } = here ?? carryAnchorBetween(place, doc, doc, [])
      return { id: publicId, shared, from, to, quote }
    })
}

function drawn(doc: EditorState['doc'], spots: readonly Spot[]) {
  const marks = spots
    .filter(({ from, to }) => from < to && to <= doc.content.size)
    .map(({ from, to, shared }) =>
      Decoration.inline(from, to, { class: shared ? 'comment-here shared' : 'comment-here desk-only' }),
    )
  return { spots, drawn: DecorationSet.create(doc, marks) }
}

function stateOf({ doc }: EditorState, { from, to, quote }: Spot): Place['state'] {
  if (from >= to || to > doc.content.size) return 'detached'
  return doc.textBetween(from, to, ' ') === quote ? 'exact' : 'changed'
}
