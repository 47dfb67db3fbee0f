// The story as plain text, saved as one writes: for those who want no formatting, and where the editor cannot be fetched.
import { useEffect, useRef } from 'react'
import type { Copy, CopyNode } from '#app/newsroom/story/copy/check-copy.ts'
import { copyFromText, copyToText, datelineOf, textForArea, withDateline } from '#app/newsroom/story/copy/copy-facts.ts'
import type { CopyPlace } from '#app/newsroom/story/readiness.ts'
import { fieldId } from '../forms/problems.tsx'
import { useWords } from '../page/words-context.ts'
import type { StoryEditorProps } from './story-editor.tsx'

/** What the text cannot show stands in it as a line, and is kept in the copy that it began with. */
export function PlainBox({ initial, typed, language, agency, onChange, onReady }: StoryEditorProps) {
  const words = useWords().contributor.writing
  const area = useRef<HTMLTextAreaElement>(null)
  const base = useRef(initial)
  // Beside the field, because it is asked for even in the moment in which another way of writing takes its place.
  const text = useRef(typed ?? textForArea(initial))
  const isWaiting = useRef(typed !== null)

  useEffect(() => {
    const copy = () => copyFromText(text.current, base.current)
    const show = (next: Copy) => {
      base.current = next
      text.current = textForArea(next)
      if (area.current) area.current.value = text.current
    }
    onReady({
      copy,
      setDateline({ place, date }) {
        const now = copy()
        const before = datelineOf(now)
        const parts = { place, date, agency: before?.agency || agency }
        if (before?.place !== place || before.date !== date) show(withDateline(now, place || date ? parts : null))
      },
      adopt: (next) => show(next),
      merge: async (from, mine, theirs) => (await import('./merge-copies.ts')).mergeCopies(from, mine, theirs),
      focus: () => area.current?.focus(),
      goToPhoto: () => area.current?.focus(),
      goToQuote: () => area.current?.focus(),
      goTo: ({ block }) => {
        const node = copy().content[block]
        const written = node ? copyToText({ ...copy(), content: [node] } as Copy) : ''
        const at = Math.max(0, text.current.indexOf(written))
        area.current?.focus()
        area.current?.setSelectionRange(at, at + written.length)
      },
      mendLink: (place, href) => show(withLink(copy(), place, href)),
    })
    if (isWaiting.current) onChange() // what was typed before the page could save
    isWaiting.current = false
  }, [agency, onChange, onReady])

  return (
    <div className="plain-story">
      <label className="only-heard" htmlFor={fieldId('copy')}>
        {words.story}
      </label>
      <textarea
        ref={area}
        id={fieldId('copy')}
        className="story-words"
        rows={20}
        lang={language}
        dir="auto"
        placeholder={words.storyHint}
        aria-describedby="plain-hint"
        defaultValue={text.current}
        onChange={(event) => {
          text.current = event.currentTarget.value
          onChange()
        }}
      />
      <p className="hint" id="plain-hint">
        {words.plainHint}
      </p>
    </div>
  )
}

/** The copy with another address for the link that begins at a place. */
function withLink(copy: Copy, { block, from }: CopyPlace, href: string): Copy {
  let at = 0
  const visit = (node: CopyNode): CopyNode => {
    const start = at
    at += node.text?.length ?? 1
    const content = node.content?.map(visit)
    if (node.content) at += 1
    const isHere = node.text !== undefined && start <= from && from < start + node.text.length
    const marks = isHere
      ? node.marks?.map((mark) => (mark.type === 'link' ? { ...mark, attrs: { href } } : mark))
      : node.marks
    return { ...node, ...(content ? { content } : {}), ...(marks ? { marks } : {}) }
  }
  return { ...copy, content: copy.content.map((node, index) => (index === block ? visit(node) : node)) } as Copy
}
