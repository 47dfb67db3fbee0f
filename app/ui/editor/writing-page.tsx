// The writing page: a plain form that works by itself, and with script an editor that saves as one writes.
import { type FormEvent, type ReactNode, useCallback, useEffect, useMemo, useRef, useState } from 'react'
import { datelineOf } from '#app/newsroom/story/copy/copy-facts.ts'
import type { ReadinessFault } from '#app/newsroom/story/readiness.ts'
import { fieldId, Problems } from '../forms/problems.tsx'
import { useWords } from '../page/words-context.ts'
import { BeforeSending } from './before-sending.tsx'
import { Beside, DetailsButton, useDetailsSheet } from './details-sheet.tsx'
import { fieldValue, forceValue, readFields, setValue, writeFields } from './draft-form.ts'
import { LanguageSuggestion } from './language-suggestion.tsx'
import { mergeWords } from './merge-words.ts'
import { openPhotoDesk } from './photo-desk.ts'
import { PlainPhotoForm } from './plain-photo-form.tsx'
import { SaveSign, SaveTrouble } from './save-sign.tsx'
import { SignInDialog } from './sign-in-dialog.tsx'
import { StoryDetails } from './story-details.tsx'
import type { StoryBox } from './story-editor.tsx'
import { PlainStory, StoryHead } from './story-head.tsx'
import { toldVersion } from './told-versions.ts'
import { LeftOver, TwoVersions } from './two-versions.tsx'
import { useDraftKeeper } from './use-draft-keeper.ts'
import { useKeptPages } from './use-kept-pages.ts'
import { useReadiness } from './use-readiness.ts'
import { useStoryEditor } from './use-story-editor.ts'
import { type FormAnswer, formCameBack, rightsIn, type WritingDraft } from './writing-draft.ts'
import { AskedFor, pointId, TheirsInForm, Unsent } from './writing-notices.tsx'

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
  const [isSigningIn, setSigningIn] = useState(false)
  const [language, setLanguage] = useState(draft.fields.language)
  const sheet = useDetailsSheet()
  const photoListeners = useRef(new Set<() => void>())
  const { Editor, isPlain, write } = useStoryEditor()
  // Another way of writing begins with the words as they are in the one before.
  const begin = useMemo(() => (Editor && box.current ? box.current.copy() : draft.copy), [Editor, draft.copy])

  const onPhotos = useCallback((listener: () => void) => {
    photoListeners.current.add(listener)
    return () => photoListeners.current.delete(listener)
  }, [])
  const desk = useMemo(
    () =>
      openPhotoDesk(draft, words, () => {
        for (const listener of photoListeners.current) listener()
      }),
    // The photos known at the opening; later ones are added by the desk itself.
    [draft, words],
  )

  const { facts, look, lookNow } = useReadiness(
    draft,
    () => {
      if (!form.current || !box.current) return null
      const copy = box.current.copy()
      const dateline = datelineOf(copy)
      setValue(form.current, 'place', dateline?.place ?? '')
      setValue(form.current, 'date', dateline?.date ?? '')
      return { fields: readFields(form.current), copy }
    },
    () => new Set(rightsIn(desk.photos.values())),
  )
  useEffect(() => {
    const stop = onPhotos(look)
    return () => {
      stop()
    }
  }, [look, onPhotos])

  const keeper = useDraftKeeper(draft, isReady, {
    read: () => (form.current && box.current ? { fields: readFields(form.current), copy: box.current.copy() } : null),
    show({ fields, copy }, why) {
      if (!form.current || !box.current) return
      writeFields(form.current, fields)
      setLanguage(fields.language)
      box.current.adopt(copy, { undoable: why === 'chosen' })
      const dateline = datelineOf(copy)
      forceValue(form.current, 'place', dateline?.place ?? '')
      forceValue(form.current, 'date', dateline?.date ?? '')
      look()
    },
    async merge(base, mine, theirs) {
      const opened = box.current
      try {
        if (opened) return await mergeWords(base, mine, theirs, opened.merge)
      } catch {
        // What merges could not be fetched: both texts whole, to choose from.
      }
      return { isClean: false, mine, theirs }
    },
  })
  const view = keeper.view()
  const isSignedOut = view.state.trouble === 'signed-out'
  useKeptPages({ isReady, keeps: draft.keepsLocalCopy, isSignedOut }, words.offline)

  const changed = useCallback(() => {
    keeper.changed()
    look()
  }, [keeper, look])

  const ready = useCallback((opened: StoryBox) => {
    box.current = opened
    setReady(true)
  }, [])

  // The address may name a point of what the desk asked for: then one writes on where it is.
  useEffect(() => {
    const point = isReady && draft.points.find(({ id, quote }) => quote && location.hash === `#${pointId(id)}`)
    if (point) box.current?.goToQuote(point)
  }, [isReady, draft.points])

  function onInput(event: FormEvent<HTMLDivElement>) {
    // Fields inside the editor (a caption's credit, a panel) tell of themselves through the editor.
    const field = event.target
    if (!form.current || !isField(field) || field.form !== form.current || !field.name) return
    if (field.name === 'place' || field.name === 'date')
      box.current?.setDateline({ place: fieldValue(form.current, 'place'), date: fieldValue(form.current, 'date') })
    if (field.name === 'language') setLanguage(field.value)
    changed()
  }

  function setStoryLanguage(code: string) {
    if (form.current) setValue(form.current, 'language', code)
    setLanguage(code)
    changed()
  }

  function goTo({ pictureId, at }: ReadinessFault) {
    if (sheet.isOpen) sheet.close()
    if (pictureId) box.current?.goToPhoto(pictureId)
    else if (at) box.current?.goTo(at)
  }

  function mend({ at, mend: href }: ReadinessFault) {
    if (at && href) box.current?.mendLink(at, href)
  }

  async function onSubmit(event: FormEvent<HTMLFormElement>) {
    if (!box.current) return // without the editor the form goes its plain way
    event.preventDefault()
    const { submitter } = event.nativeEvent as SubmitEvent
    const isToSend = submitter instanceof HTMLButtonElement && submitter.name === 'send'
    setUnsent(null)
    if (isToSend && !lookNow()) {
      setUnsent('not-ready')
      sheet.open()
      document.getElementById('before-sending-panel')?.focus()
    }
    setSending(true)
    const { saved, version } = await keeper.flush()
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

  function choose(which: 'mine' | 'theirs') {
    void keeper.choose(which)
    box.current?.focus() // the dialog goes, and one writes on
  }

  const typed = answer?.values
  const looksLike = draft.languages.find(({ code }) => code === view.suggestedLanguage)
  const sendWords = draft.send === 'resubmit' ? words.writing.sendAgain : words.writing.send
  return (
    <div className="writing" onInput={onInput}>
      <a className="skip-link" href={`#${fieldId('copy')}`}>
        {words.writing.skip}
      </a>
      <header className="writing-bar">
        <a className="back" href="/my/stories">
          <span className="arrow" aria-hidden="true">
            ←
          </span>{' '}
          {words.writing.back}
        </a>
        {isReady ? <SaveSign view={view} /> : <span className="save-sign" />}
        <div className="writing-moves">
          {isReady ? (
            <DetailsButton sheet={sheet} needed={facts.faults.filter(({ weight }) => weight === 'error').length} />
          ) : (
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
          <SaveTrouble view={view} onRetry={keeper.hurry} onSignIn={() => setSigningIn(true)} />
          {view.told ? (
            <p className="notice done" role="status">
              {view.told === 'merged' ? words.writing.merged : words.writing.takenUp}
            </p>
          ) : null}
          <Unsent because={unsent} faults={facts.faults} isSaved={view.state.phase === 'saved'} />
          {draft.points.length > 0 ? (
            <AskedFor draft={draft} onPlace={isReady ? (point) => box.current?.goToQuote(point) : undefined} />
          ) : null}
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
            <StoryHead draft={draft} typed={typed} isReady={isReady} />
            {isReady ? null : <PlainStory ref={plain} draft={draft} typed={typed} />}
          </form>
          {/* Beside the form, not in it: the editor's panels are forms of their own. */}
          {Editor ? (
            <Editor
              key={isPlain ? 'plain' : 'formatted'}
              initial={begin}
              typed={box.current ? null : typedInto(plain.current, draft.text)}
              language={language}
              agency={draft.agency}
              topics={draft.topics}
              desk={desk}
              onPhotos={onPhotos}
              onChange={changed}
              onReady={ready}
            />
          ) : null}
          {isReady ? (
            <p className="write-as">
              <button type="button" className="link-button" onClick={() => write(isPlain ? 'formatted' : 'plain')}>
                {isPlain ? words.writing.writeFormatted : words.writing.writePlain}
              </button>
            </p>
          ) : null}
          {answer?.theirs ? <TheirsInForm theirs={answer.theirs} /> : null}
          {view.leftOver ? (
            <LeftOver version={toldVersion(view.leftOver, view.leftOver, words)} onClose={keeper.closeLeftOver} />
          ) : null}
        </div>
        <Beside sheet={sheet}>
          <BeforeSending
            faults={facts.faults}
            onPlace={isReady ? goTo : undefined}
            onMend={isReady ? mend : undefined}
          />
          <StoryDetails
            draft={draft}
            values={typed}
            suggestion={
              looksLike && looksLike.code !== language ? (
                <LanguageSuggestion name={looksLike.name} onSet={() => setStoryLanguage(looksLike.code)} />
              ) : null
            }
          />
          {isReady ? null : <PlainPhotoForm draft={draft} />}
          <p className="word-count">{words.writing.length(facts.words)}</p>
        </Beside>
      </main>
      <form ref={sendForm} method="post" action={`/moves/${draft.story}`} hidden>
        <input type="hidden" name="move" value={draft.send} />
        <input type="hidden" name="version" defaultValue={draft.version} />
        <input type="hidden" name="next" value={`/my/stories/${draft.story}/status`} />
      </form>
      {view.choice ? (
        <TwoVersions
          mine={toldVersion(view.choice.mine, view.choice.theirs, words)}
          theirs={toldVersion(view.choice.theirs, view.choice.mine, words)}
          onMine={() => choose('mine')}
          onTheirs={() => choose('theirs')}
        />
      ) : null}
      {isSigningIn ? (
        <SignInDialog
          writer={draft.writer}
          onSignedIn={() => {
            setSigningIn(false)
            keeper.hurry()
          }}
          onClose={() => setSigningIn(false)}
        />
      ) : null}
    </div>
  )
}

function typedInto(area: HTMLTextAreaElement | null, before: string): string | null {
  return area && area.value !== before ? area.value : null
}

function isField(target: EventTarget): target is HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement {
  return (
    target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement || target instanceof HTMLSelectElement
  )
}
