// The desk's editing screen: a plain form that works by itself, and with script the editor with changes in its margin.
import { useRevalidator } from '@remix-run/react'
import { type ComponentType, type FormEvent, useCallback, useEffect, useMemo, useRef, useState } from 'react'
import type { Thread } from '#app/newsroom/desk/comments.ts'
import type { EditMode } from '#app/newsroom/desk/edit-mode.ts'
import type { EditPage } from '#app/newsroom/desk/edit-page.ts'
import type { EditChange } from '#app/newsroom/desk/suggestions.ts'
import { DeskScript, PresenceLine } from '../../desk/desk-script.tsx'
import { PutDownPoints } from '../../desk/put-down-points.tsx'
import { CommentOnParagraph, Threads } from '../../desk/threads.tsx'
import { fieldId, Problems } from '../../forms/problems.tsx'
import { useWords } from '../../page/words-context.ts'
import { fieldValue, setValue } from '../draft-form.ts'
import { SaveSign, SaveTrouble } from '../save-sign.tsx'
import { SignInDialog } from '../sign-in-dialog.tsx'
import type { StoryBox } from '../story-editor.tsx'
import { PlainStory, StoryHead } from '../story-head.tsx'
import { toldVersion } from '../told-versions.ts'
import { LeftOver, TwoVersions } from '../two-versions.tsx'
import { useStoryEditor } from '../use-story-editor.ts'
import type { FormAnswer } from '../writing-draft.ts'
import { TheirsInForm } from '../writing-notices.tsx'
import { ChangeList, type ListedChange } from './change-list.tsx'
import type { DeskBox, default as DeskToolsPart, Selected } from './desk-tools.tsx'
import { DirectChanges, LostNotice, ModeSwitch, SpeakForm } from './edit-parts.tsx'
import { listedAsKept, listedAtFirst, listedNow } from './listed-changes.ts'
import { photosOfDesk } from './photos-of-desk.ts'
import { useDeskEdit } from './use-desk-edit.ts'

const WITHOUT = ['photo', 'bringIn'] as const

export type DeskEditProps = {
  page: EditPage
  /** The copy as plain text, for the form without script. */
  text: string
  /** The editor's public id, and the outlet's mark in datelines. */
  me: string
  agency: string
  answer?: FormAnswer | undefined
  /** What was just done: a sentence. */
  notice?: string | undefined
  fault?: string | undefined
}

export function DeskEditPage({ page: latest, text, me, agency, answer, notice, fault }: DeskEditProps) {
  const words = useWords()
  const { copydesk } = words
  // An open editor is never overwritten: what comes later is looked at for the margin only.
  const [page] = useState(latest)
  const form = useRef<HTMLFormElement>(null)
  const plain = useRef<HTMLTextAreaElement>(null)
  const box = useRef<StoryBox | null>(null)
  const desk = useRef<DeskBox | null>(null)
  const [isReady, setReady] = useState(false)
  const [isSigningIn, setSigningIn] = useState(false)
  const [list, setList] = useState<ListedChange[]>(() => listedAtFirst(page.changes))
  const inCopy = useRef<EditChange[]>(page.changes.filter(({ copyChange }) => copyChange !== null))
  const [speaking, setSpeaking] = useState<{ what: 'comment' | 'ask'; words: Selected } | null>(null)
  const [said, setSaid] = useState(notice ?? '')
  const [trouble, setTrouble] = useState(fault ?? '')
  const { revalidate } = useRevalidator()
  const { Editor, isPlain } = useStoryEditor()
  const begin = useMemo(() => (Editor && box.current ? box.current.copy() : page.words.copy), [Editor, page])
  const photos = useMemo(() => photosOfDesk(page, me, words.contributor), [page, me, words])

  const relist = useCallback(() => {
    const lines = (['headline', 'standfirst'] as const)
      .map((kind) => ({
        kind,
        key: kind,
        removed: page.base[kind],
        added: (form.current ? fieldValue(form.current, kind) : page.words[kind]).replace(/\s+/g, ' '),
        copyChange: null,
      }))
      .filter(({ removed, added }) => removed !== added)
    setList((before) => listedNow(before, [...lines, ...inCopy.current]))
  }, [page])

  const edit = useDeskEdit(page, me, isReady, {
    form: () => form.current,
    box: () => box.current,
    onShown: () => desk.current?.changes.refresh(),
  })
  const { keeper, mode, lost } = edit
  const view = keeper.view()

  useEffect(() => {
    setList((before) => listedAsKept(before, latest.changes))
    desk.current?.places.show(latest.threads)
  }, [latest])

  const changed = useCallback(() => {
    keeper.changed()
    relist()
  }, [keeper, relist])
  const ready = useCallback((opened: StoryBox) => {
    box.current = opened
    setReady(true)
  }, [])
  const onChanges = useCallback(
    (changes: EditChange[]) => {
      inCopy.current = changes
      relist()
    },
    [relist],
  )
  const onDesk = useCallback((opened: DeskBox) => {
    desk.current = opened
  }, [])

  async function switchMode(next: EditMode) {
    setTrouble('')
    // The headline and the standfirst have a base, too: it moves with the way of editing, on the server.
    if (!(await edit.switchTo(next))) return setTrouble(copydesk.mode.notSaved)
    desk.current?.changes.setMode(next)
    revalidate()
  }

  async function save() {
    setTrouble('')
    const kept = await edit.keepNow()
    if (kept !== null) setSaid(copydesk.saved)
    revalidate()
    return kept
  }

  async function onSubmit(event: FormEvent<HTMLFormElement>) {
    if (!box.current) return // without the editor the form goes its plain way
    event.preventDefault()
    const { submitter } = event.nativeEvent as SubmitEvent
    const isDone = submitter instanceof HTMLButtonElement && submitter.name === 'done'
    if ((await save()) !== null && isDone) window.location.assign(`/desk/stories/${page.publicId}`)
  }

  function onInput(event: FormEvent<HTMLDivElement>) {
    const field = event.target
    if (!form.current || !(field instanceof HTMLInputElement || field instanceof HTMLTextAreaElement)) return
    if (field.form !== form.current || !field.name || field.name === 'how') return
    if (field.name === 'place' || field.name === 'date')
      box.current?.setDateline({ place: fieldValue(form.current, 'place'), date: fieldValue(form.current, 'date') })
    changed()
  }

  /** Sends one of the margin's forms by itself, so that the words one is in stay where they are. */
  async function onMargin(event: FormEvent<HTMLElement>) {
    const sent = event.target
    if (!box.current || event.defaultPrevented || !(sent instanceof HTMLFormElement)) return
    event.preventDefault()
    const { submitter } = event.nativeEvent as SubmitEvent
    const body = Object.fromEntries(new FormData(sent, submitter instanceof HTMLElement ? submitter : null))
    await edit.keepNow()
    if (await post(sent.action, body)) sent.reset()
  }

  async function post(url: string, body: object): Promise<boolean> {
    setTrouble('')
    try {
      const headers = { 'content-type': 'application/json', accept: 'application/json' }
      const answer = await fetch(url, { method: 'POST', headers, body: JSON.stringify(body) })
      const told: { message?: unknown } = Object(await answer.json().catch(() => null))
      if (!answer.ok)
        setTrouble(typeof told.message === 'string' ? told.message : words.contributor.writing.unsavedHint)
      revalidate()
      return answer.ok
    } catch {
      setTrouble(words.contributor.writing.unsavedHint)
      return false
    }
  }

  async function speak(input: { text: string; for: string }) {
    if (!speaking) return
    const version = await edit.keepNow()
    if (version === null) return setTrouble(copydesk.mode.notSaved)
    const { what, words: place } = speaking
    const url = what === 'comment' ? `/comments/${page.publicId}` : `/desk/stories/${page.publicId}/points`
    const { for: audience, text: typed } = input
    const sent = await post(url, { ...place, text: typed, version, ...(what === 'comment' ? { for: audience } : {}) })
    if (!sent) return
    setSpeaking(null)
    if (what === 'comment') setSaid(copydesk.comments.said)
    box.current?.focus()
  }

  async function giveReason(change: ListedChange, reason: string) {
    setList((before) => before.map((one) => (one.id === change.id ? { ...one, reason: reason.trim() } : one)))
    const version = await edit.keepNow()
    desk.current?.changes.refresh()
    // Its key as it is in the words that are kept now.
    const now = listNow.current.find(({ id }) => id === change.id)
    if (version === null || !now) return setTrouble(copydesk.mode.notSaved)
    const url = `/desk/stories/${page.publicId}/reasons`
    if (await post(url, { version, change: now.key, reason })) setSaid(copydesk.changes.reasonKept)
  }
  const listNow = useRef(list)
  listNow.current = list

  function takeBack({ key, kind, removed }: ListedChange) {
    if (form.current && (kind === 'headline' || kind === 'standfirst')) {
      setValue(form.current, kind, removed)
      changed()
    } else desk.current?.changes.takeBack(key)
    setSaid(copydesk.changes.takenBack)
  }

  const typed = answer?.values
  const next = `/desk/stories/${page.publicId}/edit`
  const about = { publicId: page.publicId, next }
  const Tools = useDeskTools(isReady && !isPlain && box.current?.editor !== undefined)
  return (
    <div className="writing desk-edit" onInput={onInput}>
      <a className="skip-link" href={`#${fieldId('copy')}`}>
        {words.contributor.writing.skip}
      </a>
      <header className="writing-bar">
        <a className="back" href={`/desk/stories/${page.publicId}`}>
          <span className="arrow" aria-hidden="true">
            ←
          </span>{' '}
          {copydesk.back}
        </a>
        {isReady ? <SaveSign view={view} /> : <span className="save-sign" />}
        <div className="writing-moves">
          <button type="submit" form="edit-form" name="save" value="yes" className="button">
            {copydesk.save}
          </button>
          <button type="submit" form="edit-form" name="done" value="yes" className="button primary">
            {copydesk.done}
          </button>
        </div>
      </header>
      <main className="writing-main" id="main">
        <PresenceLine publicId={page.publicId} doing="editing" held state="in_review" version={page.version} />
        <div className="sheet">
          <h1 className="only-heard">{copydesk.title(words.desk.queue.number(page.number), page.words.headline)}</h1>
          {answer ? <Problems faults={answer.faults} /> : null}
          {lost ? (
            <LostNotice lost={lost} />
          ) : (
            <SaveTrouble view={view} onRetry={keeper.hurry} onSignIn={() => setSigningIn(true)} />
          )}
          {trouble ? (
            <p className="notice stopped" role="alert">
              {trouble}
            </p>
          ) : null}
          <p className="notice done said-here" role="status" hidden={!said}>
            {said}
          </p>
          <form
            ref={form}
            id="edit-form"
            method="post"
            action={next}
            autoComplete="off"
            noValidate
            onSubmit={(event) => void onSubmit(event)}
          >
            <input type="hidden" name="version" value={page.version} />
            <ModeSwitch mode={mode} onMode={isReady ? (to) => void switchMode(to) : undefined} />
            <StoryHead draft={{ fields: page.words, copy: page.words.copy }} typed={typed} isReady={isReady} />
            {isReady ? null : (
              <PlainStory ref={plain} draft={{ fields: { language: page.language }, text }} typed={typed} />
            )}
          </form>
          {Tools && box.current?.editor ? (
            <Tools
              editor={box.current.editor}
              base={page.base.copy}
              threads={latest.threads}
              onChanges={onChanges}
              onReady={onDesk}
              onSpeak={(what, selected) => setSpeaking({ what, words: selected })}
            />
          ) : null}
          {Editor ? (
            <Editor
              key={isPlain ? 'plain' : 'formatted'}
              initial={begin}
              typed={box.current ? null : typedInto(plain.current, text)}
              language={page.language}
              agency={agency}
              topics={page.topics}
              desk={photos}
              onPhotos={noPhotos}
              onChange={changed}
              onReady={ready}
              without={WITHOUT}
            />
          ) : null}
          {answer?.theirs ? <TheirsInForm theirs={answer.theirs} /> : null}
          {view.leftOver ? (
            <LeftOver
              version={toldVersion(view.leftOver, view.leftOver, words.contributor)}
              onClose={keeper.closeLeftOver}
            />
          ) : null}
        </div>
        <aside className="edit-margin" aria-label={copydesk.changes.title} onSubmit={(event) => void onMargin(event)}>
          {speaking ? (
            <SpeakForm
              what={speaking.what}
              quote={speaking.words.quote}
              onSend={(input) => void speak(input)}
              onCancel={() => {
                setSpeaking(null)
                box.current?.focus()
              }}
            />
          ) : null}
          <section aria-labelledby="changes-title" id="changes">
            <h2 id="changes-title">{copydesk.changes.title}</h2>
            {list.length > 0 ? <p className="quiet small">{copydesk.changes.count(list.length)}</p> : null}
            <ChangeList
              changes={list}
              publicId={page.publicId}
              version={page.version}
              language={page.language}
              work={
                isReady
                  ? {
                      takeBack,
                      giveReason: (change, reason) => void giveReason(change, reason),
                      goTo: ({ key }) => desk.current?.changes.goTo(key),
                    }
                  : undefined
              }
            />
            <DirectChanges changes={latest.direct} language={page.language} />
          </section>
          <section aria-labelledby="comments-title" id="comments">
            <h2 id="comments-title">{copydesk.comments.title}</h2>
            <Threads
              threads={latest.threads}
              about={about}
              forDesk
              onPlace={isReady ? ({ publicId }: Thread) => desk.current?.places.goTo(publicId) : undefined}
            />
            <CommentOnParagraph about={about} paragraphs={latest.paragraphs} />
          </section>
          <section aria-labelledby="points-title">
            <h2 id="points-title">{copydesk.points.title}</h2>
            <PutDownPoints
              points={latest.putDown}
              paragraphs={latest.paragraphs}
              publicId={page.publicId}
              next={next}
            />
          </section>
        </aside>
      </main>
      <DeskScript />
      {view.choice ? (
        <TwoVersions
          mine={toldVersion(view.choice.mine, view.choice.theirs, words.contributor)}
          theirs={toldVersion(view.choice.theirs, view.choice.mine, words.contributor)}
          onMine={() => void keeper.choose('mine')}
          onTheirs={() => void keeper.choose('theirs')}
        />
      ) : null}
      {isSigningIn ? (
        <SignInDialog
          writer={me}
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

/** The desk's tools are fetched after the editor: the writing page never needs them. */
function useDeskTools(isWanted: boolean): typeof DeskToolsPart | null {
  const [Part, setPart] = useState<ComponentType<Parameters<typeof DeskToolsPart>[0]> | null>(null)
  useEffect(() => {
    let isGone = false
    if (isWanted)
      import('./desk-tools.tsx').then(
        (loaded) => isGone || setPart(() => loaded.default),
        () => {}, // no connection: the words are saved all the same, and the list shows what was saved
      )
    return () => {
      isGone = true
    }
  }, [isWanted])
  return Part as typeof DeskToolsPart | null
}

function noPhotos() {
  return () => {}
}

function typedInto(area: HTMLTextAreaElement | null, before: string): string | null {
  return area && area.value !== before ? area.value : null
}
