// The writing page: a plain form that works by itself, and with script an editor that saves as one writes.
import {
  type ComponentType,
  type FormEvent,
  type KeyboardEvent,
  type ReactNode,
  useCallback,
  useEffect,
  useMemo,
  useRef,
  useState,
} from 'react'
import type { Copy } from '#app/newsroom/story/copy/check-copy.ts'
import { copyToText, datelineOf, wordCount } from '#app/newsroom/story/copy/copy-facts.ts'
import { faultsToSubmit, isReady as isReadyToSend, type ReadinessFault } from '#app/newsroom/story/readiness.ts'
import { type Fault, fieldId, Problems } from '../forms/problems.tsx'
import { useWords } from '../page/words-context.ts'
import { BeforeSending } from './before-sending.tsx'
import { type DraftFields, fieldValue, readFields, setValue, writeFields } from './draft-form.ts'
import { openPhotoDesk, type PhotoInHand } from './photo-desk.ts'
import { SaveSign, SaveTrouble } from './save-sign.tsx'
import { PlainPhotoForm, StoryDetails } from './story-details.tsx'
import type { StoryBox, StoryEditorProps } from './story-editor.tsx'
import { LeftOver, TwoVersions, type Version } from './two-versions.tsx'
import { useAutosave } from './use-autosave.ts'

export type WritingDraft = {
  story: string
  number: number
  version: number
  savedAt: string
  language: string
  fields: DraftFields
  copy: Copy
  /** The copy as plain text, for the form without script. */
  text: string
  sections: { slug: string; name: string }[]
  topics: { slug: string; name: string }[]
  photos: PhotoInHand[]
  points: { id: number; text: string; done: boolean; answer: string }[]
  emailConfirmed: boolean
  /** The outlet's mark in datelines. */
  agency: string
  /** The move by which the story goes to the desk. */
  send: 'submit' | 'resubmit'
}

/** What came back from the form without script: faults, and what was typed. */
export type FormAnswer = { faults: Fault[]; values: Record<string, string>; theirs?: Version }

/** The query of the address that the plain form posts to. */
export const formCameBack = '?form=again'

type Theirs = { fields: DraftFields; copy: Copy }

export function WritingPage({
  draft,
  answer,
  notice,
}: {
  draft: WritingDraft
  answer?: FormAnswer
  notice?: ReactNode
}) {
  const words = useWords().contributor
  const form = useRef<HTMLFormElement>(null)
  const sendForm = useRef<HTMLFormElement>(null)
  const plain = useRef<HTMLTextAreaElement>(null)
  const box = useRef<StoryBox | null>(null)
  const [isReady, setReady] = useState(false)
  const [isSending, setSending] = useState(false)
  const [unsent, setUnsent] = useState<'not-ready' | 'not-saved' | null>(null)
  const [leftOver, setLeftOver] = useState<Version | null>(null)
  const [facts, setFacts] = useState(() => factsOf(draft, draft.fields, draft.copy, new Set(rightsIn(draft.photos))))
  const photoListeners = useRef(new Set<() => void>())
  const Editor = useStoryEditor()

  const onPhotos = useCallback((listener: () => void) => {
    photoListeners.current.add(listener)
    return () => photoListeners.current.delete(listener)
  }, [])
  const desk = useMemo(
    () =>
      openPhotoDesk(draft.story, draft.photos, words, () => {
        for (const listener of photoListeners.current) listener()
      }),
    // The photos known at the opening; later ones are added by the desk itself.
    [draft.story, draft.photos, words],
  )

  const saver = useAutosave<Theirs>(
    `/my/stories/${draft.story}/draft`,
    draft,
    () => (form.current && box.current ? { ...readFields(form.current), copy: box.current.copy() } : null),
    readTheirs,
  )

  /** Looks at the words as they are now; true when nothing stands between them and the desk. */
  const lookNow = useCallback(() => {
    if (!form.current || !box.current) return false
    const copy = box.current.copy()
    const dateline = datelineOf(copy)
    setValue(form.current, 'place', dateline?.place ?? '')
    setValue(form.current, 'date', dateline?.date ?? '')
    const seen = factsOf(draft, readFields(form.current), copy, new Set(rightsIn(desk.photos.values())))
    setFacts(seen)
    return isReadyToSend(seen.faults)
  }, [draft, desk])
  const recount = useRef<ReturnType<typeof setTimeout>>()
  const look = useCallback(() => {
    clearTimeout(recount.current)
    recount.current = setTimeout(lookNow, 250)
  }, [lookNow])
  useEffect(() => {
    const stop = onPhotos(look)
    return () => {
      clearTimeout(recount.current)
      stop()
    }
  }, [look, onPhotos])

  const changed = useCallback(() => {
    saver.changed()
    look()
  }, [saver.changed, look])

  const ready = useCallback((opened: StoryBox) => {
    box.current = opened
    setReady(true)
  }, [])

  function onInput(event: FormEvent<HTMLDivElement>) {
    // Fields inside the editor (a caption's credit, a panel) tell of themselves through the editor.
    const field = event.target
    if (!form.current || !isField(field) || field.form !== form.current || !field.name) return
    if (field.name === 'place' || field.name === 'date')
      box.current?.setDateline({ place: fieldValue(form.current, 'place'), date: fieldValue(form.current, 'date') })
    changed()
  }

  async function onSubmit(event: FormEvent<HTMLFormElement>) {
    if (!box.current) return // without the editor the form goes its plain way
    event.preventDefault()
    const { submitter } = event.nativeEvent as SubmitEvent
    const isToSend = submitter instanceof HTMLButtonElement && submitter.name === 'send'
    setUnsent(null)
    if (isToSend && !lookNow()) {
      setUnsent('not-ready')
      document.getElementById('before-sending-panel')?.focus()
    }
    setSending(true)
    const { saved, version } = await saver.flush()
    setSending(false)
    if (!isToSend || !lookNow()) return
    if (!saved) {
      setUnsent('not-saved')
      return
    }
    const versionField = sendForm.current?.elements.namedItem('version')
    if (versionField instanceof HTMLInputElement) versionField.value = String(version)
    sendForm.current?.submit()
  }

  function goOnWithMine() {
    if (saver.news.theirs) setLeftOver(versionOf(saver.news.theirs))
    saver.chosen(true)
  }

  function goOnWithTheirs() {
    const { theirs } = saver.news
    if (!theirs || !form.current || !box.current) return
    setLeftOver(mine())
    writeFields(form.current, theirs.fields)
    box.current.replace(theirs.copy)
    saver.chosen(false)
    look()
  }

  function mine(): Version {
    if (!form.current || !box.current) return { headline: '', standfirst: '', text: '' }
    return versionOf({ fields: readFields(form.current), copy: box.current.copy() })
  }

  const typed = answer?.values
  const sendWords = draft.send === 'resubmit' ? words.writing.sendAgain : words.writing.send
  return (
    <div className="writing" onInput={onInput}>
      <a className="skip-link" href={`#${fieldId('copy')}`}>
        {words.writing.skip}
      </a>
      <header className="writing-bar">
        <a className="back" href="/my/stories">
          <span aria-hidden="true">←</span> {words.writing.back}
        </a>
        {isReady ? <SaveSign state={saver.state} savedAt={saver.news.savedAt} /> : <span className="save-sign" />}
        <div className="writing-moves">
          {isReady ? null : (
            <button type="submit" form="writing-form" name="save" value="yes" className="button">
              {words.writing.save}
            </button>
          )}
          <button
            type="submit"
            form="writing-form"
            name="send"
            value="yes"
            className="button primary"
            aria-disabled={isSending || undefined}
          >
            {isSending ? words.writing.sendWaits : sendWords}
          </button>
        </div>
      </header>
      <main className="writing-main" id="main">
        <div className="sheet">
          <h1 className="only-heard">{words.writing.title(draft.fields.headline)}</h1>
          {answer ? <Problems faults={answer.faults} /> : null}
          {notice}
          <SaveTrouble state={saver.state} faults={saver.news.faults} onRetry={saver.retry} />
          <Unsent because={unsent} faults={facts.faults} isSaved={saver.state.phase === 'saved'} />
          {draft.points.length > 0 ? <AskedFor draft={draft} /> : null}
          <form
            ref={form}
            id="writing-form"
            method="post"
            action={`/my/stories/${draft.story}${formCameBack}`}
            autoComplete="off"
            noValidate
            onSubmit={(event) => void onSubmit(event)}
          >
            <input type="hidden" name="version" value={draft.version} />
            <textarea
              id={fieldId('headline')}
              name="headline"
              className="headline-field"
              aria-label={words.writing.headline}
              placeholder={words.writing.headlineHint}
              rows={1}
              maxLength={200}
              defaultValue={typed?.headline ?? draft.fields.headline}
              onKeyDown={(event) => goOnByEnter(event, 'standfirst')}
            />
            <textarea
              id={fieldId('standfirst')}
              name="standfirst"
              className="standfirst-field"
              aria-label={words.writing.standfirst}
              placeholder={words.writing.standfirstHint}
              rows={2}
              maxLength={400}
              defaultValue={typed?.standfirst ?? draft.fields.standfirst}
              onKeyDown={(event) => goOnByEnter(event, 'place')}
            />
            <fieldset className="dateline-fields">
              <legend className="only-heard">{words.writing.dateline}</legend>
              <label htmlFor={fieldId('place')}>{words.writing.place}</label>
              <input
                id={fieldId('place')}
                name="place"
                type="text"
                maxLength={80}
                placeholder={words.writing.placeHint}
                defaultValue={typed?.place ?? datelineOf(draft.copy)?.place ?? ''}
                onKeyDown={(event) => {
                  if (event.key === 'Enter' && isReady) event.preventDefault()
                }}
              />
              <label htmlFor={fieldId('date')}>{words.writing.date}</label>
              <input
                id={fieldId('date')}
                name="date"
                type="date"
                defaultValue={typed?.date ?? datelineOf(draft.copy)?.date ?? ''}
              />
            </fieldset>
            {isReady ? null : (
              <div className="plain-story">
                <label className="only-heard" htmlFor={fieldId('copy')}>
                  {words.writing.story}
                </label>
                <textarea
                  ref={plain}
                  id={fieldId('copy')}
                  name="story"
                  className="story-words"
                  rows={20}
                  lang={draft.language}
                  placeholder={words.writing.storyHint}
                  aria-describedby="plain-hint"
                  defaultValue={typed?.story ?? draft.text}
                />
                <p className="hint" id="plain-hint">
                  {words.writing.plainHint}
                </p>
              </div>
            )}
          </form>
          {/* Beside the form, not in it: the editor's panels are forms of their own. */}
          {Editor ? (
            <Editor
              initial={draft.copy}
              typed={typedInto(plain.current, draft.text)}
              language={draft.language}
              agency={draft.agency}
              topics={draft.topics}
              desk={desk}
              onPhotos={onPhotos}
              onChange={changed}
              onReady={ready}
            />
          ) : null}
          {answer?.theirs ? <TheirsInForm theirs={answer.theirs} /> : null}
          {leftOver ? <LeftOver version={leftOver} onClose={() => setLeftOver(null)} /> : null}
        </div>
        <aside className="beside">
          <BeforeSending faults={facts.faults} onPhoto={isReady ? (id) => box.current?.goToPhoto(id) : undefined} />
          <StoryDetails draft={draft} values={typed} />
          {isReady ? null : <PlainPhotoForm draft={draft} />}
          <p className="word-count">{words.writing.words(facts.words)}</p>
        </aside>
      </main>
      <form ref={sendForm} method="post" action={`/moves/${draft.story}`} hidden>
        <input type="hidden" name="move" value={draft.send} />
        <input type="hidden" name="version" defaultValue={draft.version} />
        <input type="hidden" name="next" value={`/my/stories/${draft.story}/status`} />
      </form>
      {saver.state.phase === 'conflict' && saver.news.theirs ? (
        <TwoVersions
          mine={mine()}
          theirs={versionOf(saver.news.theirs)}
          onMine={goOnWithMine}
          onTheirs={goOnWithTheirs}
        />
      ) : null}
    </div>
  )
}

/** Why the story was not sent, until that is mended. */
function Unsent({
  because,
  faults,
  isSaved,
}: {
  because: 'not-ready' | 'not-saved' | null
  faults: readonly ReadinessFault[]
  isSaved: boolean
}) {
  const { contributor, workflow } = useWords()
  const needed = faults.filter((fault) => fault.weight === 'error')
  if (because === 'not-ready' && needed.length > 0)
    return (
      <p className="notice stopped" role="alert">
        {contributor.writing.notReady} {[...new Set(needed.map((fault) => workflow.faults[fault.code]))].join(' ')}
      </p>
    )
  if (because !== 'not-saved' || isSaved) return null
  return (
    <p className="notice stopped" role="alert">
      {contributor.writing.sendFailed}
    </p>
  )
}

function AskedFor({ draft }: { draft: WritingDraft }) {
  const words = useWords().contributor.writing
  return (
    <section className="asked-for" aria-labelledby="asked-for">
      <h2 id="asked-for">{words.points}</h2>
      <ol>
        {draft.points.map((point) => (
          <li key={point.id} className={point.done ? 'done' : undefined}>
            {point.text}
          </li>
        ))}
      </ol>
      <p>
        <a href={`/my/stories/${draft.story}/status`}>{words.pointsLink}</a>
      </p>
    </section>
  )
}

function TheirsInForm({ theirs }: { theirs: Version }) {
  const words = useWords().contributor.conflict
  return (
    <section className="left-over" aria-labelledby="theirs">
      <h2 id="theirs">{words.theirs}</h2>
      <textarea
        readOnly
        rows={10}
        aria-labelledby="theirs"
        defaultValue={[theirs.headline, theirs.standfirst, theirs.text].filter(Boolean).join('\n\n')}
      />
    </section>
  )
}

/** The editor is large, so it comes after the page that already works. */
function useStoryEditor(): ComponentType<StoryEditorProps> | null {
  const [Editor, setEditor] = useState<ComponentType<StoryEditorProps> | null>(null)
  useEffect(() => {
    let isGone = false
    import('./story-editor.tsx')
      .then((loaded) => {
        if (!isGone) setEditor(() => loaded.default)
      })
      .catch(() => {}) // no connection: the plain form stays
    return () => {
      isGone = true
    }
  }, [])
  return Editor
}

function typedInto(area: HTMLTextAreaElement | null, before: string): string | null {
  return area && area.value !== before ? area.value : null
}

function goOnByEnter(event: KeyboardEvent<HTMLTextAreaElement>, to: string) {
  if (event.key !== 'Enter' || event.nativeEvent.isComposing) return
  event.preventDefault()
  document.getElementById(fieldId(to))?.focus()
}

function isField(target: EventTarget): target is HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement {
  return (
    target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement || target instanceof HTMLSelectElement
  )
}

function factsOf(
  draft: WritingDraft,
  fields: DraftFields,
  copy: Copy,
  rightsConfirmed: ReadonlySet<string>,
): { faults: ReadinessFault[]; words: number } {
  const faults = faultsToSubmit({
    headline: fields.headline,
    standfirst: fields.standfirst,
    section: fields.section,
    byline: fields.byline,
    copy,
    hasSources: fields.sources.trim() !== '',
    rightsConfirmed,
    emailConfirmed: draft.emailConfirmed,
  })
  return { faults, words: wordCount(copy) }
}

function rightsIn(photos: Iterable<PhotoInHand>): string[] {
  return [...photos].filter((photo) => photo.rights).map((photo) => photo.id)
}

function versionOf({ fields, copy }: Theirs): Version {
  return { headline: fields.headline, standfirst: fields.standfirst, text: copyToText(copy) }
}

/** The other text out of a 409's answer; null when it is not one. */
function readTheirs(raw: unknown): Theirs | null {
  if (typeof raw !== 'object' || raw === null || !('copy' in raw) || !('headline' in raw)) return null
  const theirs = raw as DraftFields & { copy: Copy }
  const { headline, standfirst, section, topics, byline, sources, copy } = theirs
  return { fields: { headline, standfirst, section, topics, byline, sources }, copy }
}
