// The desk's own tools over the words: editor's notes, a correction, a comment, a change to ask for; and what shows changes.
import type { Editor } from '@tiptap/core'
import { useEditorState } from '@tiptap/react'
import { BadgeAlert, Languages, ListPlus, type LucideIcon, MessageSquarePlus, NotebookPen, Quote } from 'lucide-react'
import { type KeyboardEvent, useEffect, useRef, useState } from 'react'
import type { Thread } from '#app/newsroom/desk/comments.ts'
import type { EditChange } from '#app/newsroom/desk/suggestions.ts'
import type { Copy } from '#app/newsroom/story/copy/check-copy.ts'
import { LONGEST_QUOTE } from '#app/newsroom/story/copy/places-in-copy.ts'
import { useWords } from '../../page/words-context.ts'
import { insertBlock } from '../editing.ts'
import { type ShownChanges, showChanges } from './shown-changes.ts'
import { markThreads, type ThreadPlaces } from './thread-places.ts'

/** Words that somebody selected to speak about. */
export type Selected = { from: number; to: number; quote: string }

export type DeskBox = { changes: ShownChanges; places: ThreadPlaces }

type Tool = { name: 'ed' | 'sic' | 'translation' | 'correction' | 'comment' | 'ask'; icon: LucideIcon; apart?: boolean }

const tools: Tool[] = [
  { name: 'ed', icon: NotebookPen },
  { name: 'sic', icon: Quote },
  { name: 'translation', icon: Languages },
  { name: 'correction', icon: BadgeAlert },
  { name: 'comment', icon: MessageSquarePlus, apart: true },
  { name: 'ask', icon: ListPlus },
]

export default function DeskTools({
  editor,
  base,
  threads,
  onChanges,
  onReady,
  onSpeak,
}: {
  editor: Editor
  /** What the changes are made on, as the page was opened. */
  base: Copy
  threads: readonly Thread[]
  onChanges: (changes: EditChange[]) => void
  onReady: (box: DeskBox) => void
  /** A comment or a point is to be hung on these words. */
  onSpeak: (what: 'comment' | 'ask', words: Selected) => void
}) {
  const words = useWords().copydesk.tools
  const [stop, setStop] = useState(0)
  const [hint, setHint] = useState('')
  const latest = useRef({ threads, onChanges, onReady })
  latest.current = { threads, onChanges, onReady }

  useEffect(() => {
    const changes = showChanges(editor, base, (list) => latest.current.onChanges(list))
    const places = markThreads(editor, latest.current.threads)
    latest.current.onReady({ changes, places })
    return () => {
      changes.stop()
      places.stop()
    }
  }, [editor, base])

  const note = useEditorState({
    editor,
    selector: ({ editor: now }) => (now.isActive('editorNote') ? String(now.getAttributes('editorNote').kind) : ''),
  })

  function run(name: Tool['name']) {
    const { from, to, empty } = editor.state.selection
    if (name === 'correction') {
      const at = new Date().toISOString()
      insertBlock(editor, { type: 'correction', attrs: { kind: 'correction', at }, content: [{ type: 'paragraph' }] })
      return
    }
    if (empty && name !== note) return setHint(words.selectFirst)
    setHint('')
    if (name === 'comment' || name === 'ask') {
      const end = Math.min(to, from + LONGEST_QUOTE)
      return onSpeak(name, { from, to: end, quote: editor.state.doc.textBetween(from, end, ' ') })
    }
    const chain = editor.chain().extendMarkRange('editorNote')
    if (note === name) chain.unsetMark('editorNote').run()
    else editor.chain().setMark('editorNote', { kind: name }).run()
    editor.view.focus()
  }

  function onKeyDown(event: KeyboardEvent<HTMLDivElement>) {
    const isMirrored = getComputedStyle(event.currentTarget).direction === 'rtl'
    const steps: Record<string, number> = { ArrowRight: isMirrored ? -1 : 1, ArrowLeft: isMirrored ? 1 : -1 }
    const step = steps[event.key]
    if (event.key === 'Escape') editor.view.focus()
    else if (step !== undefined) {
      const to = (stop + step + tools.length) % tools.length
      setStop(to)
      event.currentTarget.querySelectorAll('button')[to]?.focus()
    } else return
    event.preventDefault()
  }

  return (
    <div className="desk-tools">
      <div
        className="toolbar"
        role="toolbar"
        aria-label={words.name}
        aria-controls="field-copy"
        onKeyDown={onKeyDown}
        onMouseDown={(event) => event.preventDefault()}
      >
        {tools.map(({ name, icon: Icon, apart }, at) => (
          <button
            key={name}
            type="button"
            className={`tool worded${apart ? ' apart' : ''}`}
            tabIndex={at === stop ? 0 : -1}
            aria-pressed={name === 'ed' || name === 'sic' || name === 'translation' ? note === name : undefined}
            onFocus={() => setStop(at)}
            onClick={() => run(name)}
          >
            <Icon size={16} strokeWidth={1.75} aria-hidden="true" />
            <span>{words[name]}</span>
          </button>
        ))}
      </div>
      <p className="small quiet" role="status">
        {hint}
      </p>
    </div>
  )
}
