// The small panels under the toolbar: a link's address, a "Read more" card, an embed.
import type { Editor } from '@tiptap/react'
import { type FormEvent, type ReactNode, useEffect, useRef, useState } from 'react'
import { withScheme } from '#app/newsroom/story/copy/bare-addresses.ts'
import { embedFromAddress } from '#app/newsroom/story/copy/embed-services.ts'
import { publicAddress, webAddress } from '#app/newsroom/story/copy/web-address.ts'
import { useWords } from '../page/words-context.ts'
import { insertEmbed, insertRelated } from './editing.ts'
import type { PanelName } from './toolbar.tsx'

type Choice = { slug: string; name: string }

/** The open panel; it closes by Escape, by its button, and when it has done its work. */
export function Panel({
  name,
  editor,
  topics,
  onClose,
}: {
  name: PanelName
  editor: Editor
  topics: readonly Choice[]
  onClose: () => void
}) {
  switch (name) {
    case 'link':
      return <LinkPanel editor={editor} onClose={onClose} />
    case 'related':
      return <RelatedPanel editor={editor} topics={topics} onClose={onClose} />
    case 'embed':
      return <EmbedPanel editor={editor} onClose={onClose} />
  }
}

function LinkPanel({ editor, onClose }: { editor: Editor; onClose: () => void }) {
  const words = useWords().contributor
  const [fault, setFault] = useState('')
  const now = String(editor.getAttributes('link').href ?? '')

  function apply(address: string) {
    const href = linkFrom(address)
    if (href === null) {
      setFault(words.panels.badLink)
      return
    }
    const { to, empty } = editor.state.selection
    const chain = editor.chain()
    if (editor.isActive('link')) chain.extendMarkRange('link').setLink({ href }).run()
    // What is typed next goes on after the link and not in its place.
    else if (!empty) chain.setLink({ href }).setTextSelection(to).run()
    else chain.insertContent({ type: 'text', text: href, marks: [{ type: 'link', attrs: { href } }] }).run()
    editor.view.focus() // now: `focus()` of the chain waits for the next frame, and keys pressed before it would be lost
    onClose()
  }

  return (
    <PanelFrame
      label={words.toolbar.link}
      onClose={() => closeTo(editor, onClose)}
      onSubmit={(read) => apply(read('address'))}
    >
      <PanelField
        name="address"
        label={words.panels.linkAddress}
        hint={words.panels.linkHint}
        fault={fault}
        value={now}
        first
      />
      <div className="buttons">
        <button type="submit" className="button primary small">
          {words.panels.apply}
        </button>
        <button
          type="button"
          className="button small"
          onClick={() => {
            editor.chain().focus().extendMarkRange('link').unsetLink().run()
            onClose()
          }}
        >
          {words.panels.remove}
        </button>
      </div>
    </PanelFrame>
  )
}

function RelatedPanel({ editor, topics, onClose }: { editor: Editor; topics: readonly Choice[]; onClose: () => void }) {
  const words = useWords().contributor.panels
  const [fault, setFault] = useState('')

  function insert(read: (name: string) => string) {
    const address = read('url')
    const url = address ? publicAddress(withScheme(address)) : null
    const topic = read('topic')
    if (address && url === null) setFault(words.badLink)
    else if (!url && !topic) setFault(words.relatedNone)
    else {
      insertRelated(editor, url ? { url } : { topic }, read('label') || words.relatedTitle)
      onClose()
    }
  }

  return (
    <PanelFrame label={words.relatedTitle} onClose={() => closeTo(editor, onClose)} onSubmit={insert}>
      <div className="field">
        <label htmlFor="panel-topic">{words.relatedTopic}</label>
        <select id="panel-topic" name="topic">
          <option value="">–</option>
          {topics.map((topic) => (
            <option key={topic.slug} value={topic.slug}>
              {topic.name}
            </option>
          ))}
        </select>
      </div>
      <PanelField name="url" label={words.relatedAddress} fault={fault} first />
      <PanelField name="label" label={words.relatedLabel} value={words.relatedTitle} longest={80} />
      <button type="submit" className="button primary small">
        {words.insert}
      </button>
    </PanelFrame>
  )
}

function EmbedPanel({ editor, onClose }: { editor: Editor; onClose: () => void }) {
  const words = useWords().contributor.panels
  const [fault, setFault] = useState('')

  function insert(address: string) {
    const embed = embedFromAddress(address)
    if (embed === null) {
      setFault(words.badEmbed)
      return
    }
    insertEmbed(editor, embed)
    onClose()
  }

  return (
    <PanelFrame
      label={words.embedTitle}
      onClose={() => closeTo(editor, onClose)}
      onSubmit={(read) => insert(read('address'))}
    >
      <PanelField name="address" label={words.embedAddress} hint={words.embedHint} fault={fault} first />
      <button type="submit" className="button primary small">
        {words.insert}
      </button>
    </PanelFrame>
  )
}

function PanelFrame({
  label,
  onClose,
  onSubmit,
  children,
}: {
  label: string
  onClose: () => void
  onSubmit: (read: (name: string) => string) => void
  children: ReactNode
}) {
  const words = useWords().contributor.panels

  function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault()
    event.stopPropagation()
    const form = new FormData(event.currentTarget)
    onSubmit((name) => String(form.get(name) ?? '').trim())
  }

  return (
    <div
      className="tool-panel"
      role="dialog"
      aria-label={label}
      onKeyDown={(event) => {
        if (event.key === 'Escape') onClose()
      }}
    >
      <form onSubmit={submit} noValidate>
        {children}
      </form>
      <button type="button" className="link-button close" onClick={onClose}>
        {words.close}
      </button>
    </div>
  )
}

function PanelField({
  name,
  label,
  hint,
  fault,
  value,
  first,
  longest = 2048,
}: {
  name: string
  label: string
  hint?: string
  fault?: string
  value?: string
  first?: boolean
  longest?: number
}) {
  const input = useRef<HTMLInputElement>(null)
  useEffect(() => {
    if (first) input.current?.focus()
  }, [first])
  return (
    <div className={fault ? 'field wrong' : 'field'}>
      <label htmlFor={`panel-${name}`}>{label}</label>
      {hint ? <p className="hint">{hint}</p> : null}
      {fault ? (
        <p className="fault" role="alert" id={`panel-${name}-fault`}>
          {fault}
        </p>
      ) : null}
      <input
        ref={input}
        id={`panel-${name}`}
        name={name}
        type="text"
        inputMode={name === 'label' ? undefined : 'url'}
        autoComplete="off"
        maxLength={longest}
        defaultValue={value}
        aria-invalid={fault ? true : undefined}
        aria-describedby={fault ? `panel-${name}-fault` : undefined}
      />
    </div>
  )
}

function closeTo(editor: Editor, onClose: () => void) {
  onClose()
  editor.commands.focus()
}

/** What was typed as an address that may stand in a story, or null. */
function linkFrom(typed: string): string | null {
  return webAddress(withScheme(typed.trim()))
}
