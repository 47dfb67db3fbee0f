// The toolbar Formatting: one tab stop, arrows between its buttons, Alt+F10 to it, Escape back to the story.
import { type Editor, useEditorState } from '@tiptap/react'
import {
  Bold,
  FileUp,
  Heading2,
  Heading3,
  ImagePlus,
  Info,
  Italic,
  Link2,
  List,
  ListOrdered,
  type LucideIcon,
  MessageSquareQuote,
  Minus,
  Newspaper,
  Quote,
  Redo2,
  SquarePlay,
  Undo2,
} from 'lucide-react'
import { type KeyboardEvent, type RefObject, useState } from 'react'
import { useWords } from '../page/words-context.ts'
import { insertDivider, toggleFactBox, togglePullQuote } from './editing.ts'

export type PanelName = 'link' | 'related' | 'embed'

type Tool = {
  name: ToolName
  icon: LucideIcon
  /** Whether the words at the cursor have it; left out where that means nothing. */
  isOn?: (editor: Editor) => boolean
  isOff?: (editor: Editor) => boolean
  run: (editor: Editor, open: Openers) => void
  /** Begins a new group. */
  apart?: boolean
  opens?: 'dialog'
}

export type ToolName =
  | 'bold'
  | 'italic'
  | 'link'
  | 'heading'
  | 'subheading'
  | 'bullets'
  | 'numbers'
  | 'quote'
  | 'pullQuote'
  | 'factBox'
  | 'related'
  | 'embed'
  | 'divider'
  | 'photo'
  | 'bringIn'
  | 'undo'
  | 'redo'

export type Openers = { panel: (name: PanelName) => void; photo: () => void; bringIn: () => void }

/** What "/" offers, in its order. */
const insertable = [
  'photo',
  'heading',
  'subheading',
  'bullets',
  'numbers',
  'quote',
  'pullQuote',
  'factBox',
  'related',
  'embed',
  'divider',
  'bringIn',
] as const

const allTools: Tool[] = [
  { name: 'photo', icon: ImagePlus, run: (_, open) => open.photo(), opens: 'dialog' },
  {
    name: 'bold',
    icon: Bold,
    isOn: (e) => e.isActive('bold'),
    run: (e) => e.chain().focus().toggleBold().run(),
    apart: true,
  },
  {
    name: 'italic',
    icon: Italic,
    isOn: (e) => e.isActive('italic'),
    run: (e) => e.chain().focus().toggleItalic().run(),
  },
  { name: 'link', icon: Link2, isOn: (e) => e.isActive('link'), run: (_, open) => open.panel('link'), opens: 'dialog' },
  {
    name: 'heading',
    icon: Heading2,
    isOn: (e) => e.isActive('heading', { level: 2 }),
    run: (e) => e.chain().focus().toggleHeading({ level: 2 }).run(),
    apart: true,
  },
  {
    name: 'subheading',
    icon: Heading3,
    isOn: (e) => e.isActive('heading', { level: 3 }),
    run: (e) => e.chain().focus().toggleHeading({ level: 3 }).run(),
  },
  {
    name: 'bullets',
    icon: List,
    isOn: (e) => e.isActive('bulletList'),
    run: (e) => e.chain().focus().toggleBulletList().run(),
  },
  {
    name: 'numbers',
    icon: ListOrdered,
    isOn: (e) => e.isActive('orderedList'),
    run: (e) => e.chain().focus().toggleOrderedList().run(),
  },
  {
    name: 'quote',
    icon: Quote,
    isOn: (e) => e.isActive('blockquote'),
    run: (e) => e.chain().focus().toggleBlockquote().run(),
    apart: true,
  },
  { name: 'pullQuote', icon: MessageSquareQuote, isOn: (e) => e.isActive('pullQuote'), run: togglePullQuote },
  { name: 'factBox', icon: Info, isOn: (e) => e.isActive('factBox'), run: toggleFactBox },
  { name: 'related', icon: Newspaper, run: (_, open) => open.panel('related'), opens: 'dialog' },
  { name: 'embed', icon: SquarePlay, run: (_, open) => open.panel('embed'), opens: 'dialog' },
  { name: 'divider', icon: Minus, run: insertDivider },
  { name: 'bringIn', icon: FileUp, run: (_, open) => open.bringIn(), opens: 'dialog' },
  { name: 'undo', icon: Undo2, isOff: (e) => !e.can().undo(), run: (e) => e.chain().focus().undo().run(), apart: true },
  { name: 'redo', icon: Redo2, isOff: (e) => !e.can().redo(), run: (e) => e.chain().focus().redo().run() },
]

/** The names of what "/" offers, in the language of the page. */
export function insertables(
  words: Record<ToolName, string>,
  without: readonly ToolName[] = [],
): { name: string; label: string }[] {
  return insertable.filter((name) => !without.includes(name)).map((name) => ({ name, label: words[name] }))
}

/** Does what the tool of this name does. */
export function runTool(name: string, editor: Editor, open: Openers): void {
  allTools.find((tool) => tool.name === name)?.run(editor, open)
}

const noTools: readonly ToolName[] = []

/** `bar` is where Alt+F10 in the story puts the focus. */
export function Toolbar({
  editor,
  bar,
  open,
  without = noTools,
}: {
  editor: Editor
  bar: RefObject<HTMLDivElement>
  open: Openers
  without?: readonly ToolName[]
}) {
  const tools = allTools.filter(({ name }) => !without.includes(name))
  const words = useWords().contributor.toolbar
  const [stop, setStop] = useState(0)
  const state = useEditorState({
    editor,
    selector: ({ editor: current }) => ({
      on: tools.map((tool) => tool.isOn?.(current) ?? null),
      off: tools.map((tool) => tool.isOff?.(current) ?? false),
    }),
  })

  function onKeyDown(event: KeyboardEvent<HTMLDivElement>) {
    const to = nextStop(event.key, stop, tools.length, isRightToLeft(event.currentTarget))
    if (event.key === 'Escape') editor.commands.focus()
    else if (to === null) return
    else {
      setStop(to)
      event.currentTarget.querySelectorAll('button')[to]?.focus()
    }
    event.preventDefault()
  }

  return (
    <div
      ref={bar}
      className="toolbar"
      role="toolbar"
      aria-label={words.name}
      aria-controls="field-copy"
      onKeyDown={onKeyDown}
      onMouseDown={(event) => event.preventDefault()}
    >
      {tools.map((tool, index) => (
        <button
          key={tool.name}
          type="button"
          className={tool.apart ? 'tool apart' : tool.name === 'photo' ? 'tool worded' : 'tool'}
          tabIndex={index === stop ? 0 : -1}
          title={words[tool.name]}
          aria-label={words[tool.name]}
          aria-pressed={state.on[index] ?? undefined}
          aria-disabled={state.off[index] || undefined}
          aria-haspopup={tool.opens}
          onFocus={() => setStop(index)}
          onClick={() => {
            tool.run(editor, open)
            // Now: `focus()` of a chain waits for the next frame, and keys pressed before it would press this button.
            if (!tool.opens && state.off[index] !== true) editor.view.focus()
          }}
        >
          <tool.icon size={18} strokeWidth={1.75} aria-hidden="true" />
          {tool.name === 'photo' ? <span>{words.photo}</span> : null}
        </button>
      ))}
    </div>
  )
}

function nextStop(key: string, stop: number, stops: number, mirrored: boolean): number | null {
  const forward = mirrored ? 'ArrowLeft' : 'ArrowRight'
  const back = mirrored ? 'ArrowRight' : 'ArrowLeft'
  if (key === forward) return (stop + 1) % stops
  if (key === back) return (stop - 1 + stops) % stops
  if (key === 'Home') return 0
  return key === 'End' ? stops - 1 : null
}

function isRightToLeft(element: Element): boolean {
  return getComputedStyle(element).direction === 'rtl'
}
