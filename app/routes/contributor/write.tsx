// The writing page of one's own story; its form saves and sends without script too.
import { type HeadersFunction, json, type MetaFunction, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { moveStory } from '#app/newsroom/desk/move-story.server.ts'
import { canMove } from '#app/newsroom/desk/workflow.ts'
import { outletOf } from '#app/newsroom/outlet/outlet.server.ts'
import type { OutletSettings } from '#app/newsroom/outlet/settings.ts'
import type { Person } from '#app/newsroom/people/person.ts'
import { photoRules } from '#app/newsroom/pictures/photo-rules.server.ts'
import type { PhotoRules } from '#app/newsroom/pictures/photo-rules.ts'
import { houseFaults } from '#app/newsroom/story/checks/house-checks.ts'
import { copyFromText, copyToText, datelineOf, textForArea } from '#app/newsroom/story/copy/copy-facts.ts'
import { type DraftPage, draftOf, saveDraft } from '#app/newsroom/story/drafts.server.ts'
import { languageChoices } from '#app/newsroom/story/story-languages.ts'
import { readForm, readQuery } from '#app/platform/read-form.server.ts'
import { door, notFound } from '#app/routes/door.ts'
import { type FormAnswer, formCameBack, type WritingDraft } from '#app/ui/editor/writing-draft.ts'
import { WritingPage } from '#app/ui/editor/writing-page.tsx'
import { useWords } from '#app/ui/page/words-context.ts'
import editorCss from '#app/ui/styles/editor.css?url'
import { wordsFor } from '#app/words/words.ts'
import { spokenFaults } from './draft-faults.ts'

export const handle = { hydrate: true }

export const links = () => [{ rel: 'stylesheet', href: editorCss }]

// What the form posts to is only ever shown when it came back with faults: a save that worked leads away.
export const meta: MetaFunction<typeof loader> = ({ data, location }) => [
  { title: location.search === formCameBack ? data?.faultyTitle : data?.title },
]

const notices = z.strictObject({
  done: z.enum(['saved', 'photo', 'call-closed', '']).catch('').default(''),
})

export const loader = door('contributor', async ({ request, context, person, field }) => {
  const page = await draftOf(context.db, field('id'), person, context.now)
  if (!page) throw notFound()
  if (!page.story.mayWrite) throw redirect(`/my/stories/${field('id')}/status`)
  const rules = await photoRules(context.db, context.sizer, person)
  const { contributor, account } = wordsFor(person.language)
  const words = contributor.writing
  const title = person.safetyMode ? account.safety.pageTitle : words.title(page.content.headline)
  const shown = {
    draft: { ...draftFor(page, await outletOf(context.db), rules, person), writer: person.publicId },
    title,
    faultyTitle: words.errorTitle(title),
    ...readQuery(request.url, notices),
  }
  return json(shown, page.keepsLocalCopy ? { headers: { 'x-writer': person.publicId } } : {})
})

/** Tells the browser's worker whose pages it keeps: `x-writer` from the loader, where copies may be kept. */
export const headers: HeadersFunction = ({ loaderHeaders }) => {
  const writer = loaderHeaders.get('x-writer')
  return writer ? { 'x-writer': writer } : new Headers()
}

const text = (most: number) => z.string().max(most).default('')

/** What the page posts without script. Lengths are checked again, with their sentences, by the draft itself. */
const writingForm = z.strictObject({
  version: z.coerce.number().int(),
  headline: text(2000),
  standfirst: text(4000),
  place: text(200),
  date: text(20),
  section: text(80),
  topics: z.array(z.string().max(80)).max(50).default([]),
  byline: z.enum(['name', 'pen', 'withheld']).default('name'),
  penName: text(200),
  language: text(10),
  call: text(80),
  knownWhere: text(2000),
  knownWhen: text(2000),
  knownHow: text(2000),
  aiUse: text(20),
  aiNote: text(2000),
  sources: text(20_000),
  story: text(600_000),
  save: z.string().max(10).optional(),
  send: z.string().max(10).optional(),
})

export const action = door('contributor', async ({ request, context, person, field }) => {
  const story = field('id')
  const words = wordsFor(person.language)
  const page = await draftOf(context.db, story, person)
  if (!page) throw notFound()
  const read = await readForm(request, writingForm, words)
  if (!read.ok) return json<FormAnswer>({ faults: read.faults, values: read.values }, { status: 422 })
  const form = read.value
  const values = valuesOf(form)

  const saved = await saveDraft(context.db, story, draftFrom(form, page), person, context.now)
  if (!saved.ok) {
    switch (saved.because) {
      case 'not-found':
        throw notFound()
      case 'not-editable':
        return redirect(`/my/stories/${story}/status`, 303)
      case 'conflict': {
        const { headline, standfirst, copy } = saved.theirs
        const faults = [{ field: '', message: words.contributor.writing.conflictForm }]
        const theirs = { headline, standfirst, text: copyToText(copy) }
        return json<FormAnswer>({ faults, values, theirs }, { status: 409 })
      }
      case 'faults': {
        const faults = spokenFaults(saved.faults, words).map(({ path, message }) => ({ field: fieldOf(path), message }))
        return json<FormAnswer>({ faults, values }, { status: 422 })
      }
    }
  }
  if (form.send === undefined) return redirect(`/my/stories/${story}?done=saved`, 303)

  const allowed = await context.limits.take('submit', person.publicId)
  if (!allowed.ok) {
    const faults = [{ field: '', message: words.contributor.saveRefusals['too-often'] }]
    const headers = { 'retry-after': String(allowed.retryAfterSeconds) }
    return json<FormAnswer>({ faults, values }, { status: 429, headers })
  }
  const order = { story, move: sendingMove(page), version: saved.version }
  const moved = await moveStory(context.db, order, person, context.now, context.press)
  if (moved.ok) return redirect(`/my/stories/${story}/status?done=${order.move}`, 303)
  const faults =
    moved.because === 'faults'
      ? moved.faults.map(({ field: name, code, message }) => ({
          field: fieldOf(name),
          message: message ?? words.workflow.faults[code],
        }))
      : [{ field: '', message: words.workflow.refusals[moved.because] }]
  return json<FormAnswer>({ faults, values }, { status: moved.because === 'faults' ? 422 : 409 })
})

export default function Write() {
  const { draft, done } = useLoaderData<typeof loader>()
  const answer = useActionData<FormAnswer>()
  const words = useWords().contributor
  const notice = done ? <p className="notice done">{words.writing.done[done]}</p> : null
  return <WritingPage draft={draft as WritingDraft} answer={answer} notice={notice} />
}

function draftFor(
  page: DraftPage,
  outlet: OutletSettings,
  rules: PhotoRules,
  person: Person,
): Omit<WritingDraft, 'writer'> {
  const {
    story,
    content,
    sections,
    topics,
    calls,
    isProtected,
    penNames,
    pictures,
    points,
    emailConfirmed,
    keepsLocalCopy,
  } = page
  const { copy, ...written } = content
  const { byline } = written
  // What a protected reporter would sign with the own name is printed without one: the form says so.
  const kind = isProtected && byline.kind === 'name' ? 'withheld' : byline.kind
  const fields = { ...written, byline: { ...byline, kind } }
  const ours = [outlet.language, ...outlet.storyLanguages, person.language, content.language]
  return {
    story: story.publicId,
    number: story.id,
    version: story.version,
    savedAt: story.savedAt,
    savedIn: story.savedIn,
    keepsLocalCopy,
    fields,
    copy,
    text: textForArea(copy),
    sections,
    topics,
    languages: languageChoices(ours, person.language),
    calls,
    isProtected,
    penNames,
    advice: houseFaults(copy, content.language),
    aiDeclaration: outlet.aiDeclaration,
    photos: pictures.map(({ publicId, size, width, height, rightsConfirmed, licence }) => ({
      id: publicId,
      src: `/pictures/${publicId}/${size}`,
      width,
      height,
      rights: rightsConfirmed,
      licence,
    })),
    photoRules: rules,
    points,
    emailConfirmed,
    agency: outlet.agency,
    send: sendingMove({ story }),
  }
}

function sendingMove({ story }: Pick<DraftPage, 'story'>): WritingDraft['send'] {
  return canMove(story.state, 'resubmit') ? 'resubmit' : 'submit'
}

type WritingForm = z.infer<typeof writingForm>

/** The form as a draft. The dateline in the text is the truth, unless Place or Date were changed. */
function draftFrom(form: WritingForm, page: DraftPage) {
  const { place, date, section, call, byline: kind, penName, language, story, save: _, send: __, ...same } = form
  const before = datelineOf(page.content.copy)
  const isChanged = place.trim() !== (before?.place ?? '') || date !== (before?.date ?? '')
  return {
    ...same,
    section: section || null,
    call: call || null,
    language: language || page.content.language,
    byline: { kind, penName },
    copy: copyFromText(story, page.content.copy),
    dateline: isChanged ? { place, date, agency: before?.agency ?? '' } : null,
  }
}

function valuesOf({ version: _, topics: __, save: ___, send: ____, ...values }: WritingForm) {
  return values
}

/** The field in which a fault of the draft is mended. */
function fieldOf(path: string): string {
  if (/^(headline|standfirst|section|topics|language|call|sources|known\w+|ai\w+|place|date)$/.test(path)) return path
  if (path === 'byline.penName') return 'penName'
  if (path.startsWith('byline')) return 'byline'
  if (path.startsWith('points')) return 'points'
  if (path.startsWith('dateline')) return path.endsWith('date') ? 'date' : 'place'
  return path === 'email' || path === 'version' ? '' : 'copy'
}
