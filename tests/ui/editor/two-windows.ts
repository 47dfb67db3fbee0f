// Windows of one writer on one device, over a network that loses things, before the newsroom's own saveDraft.
import { eq } from 'drizzle-orm'
import { draftOf, saveDraft, startDraft } from '#app/newsroom/story/drafts.server.ts'
import type { StoryContent } from '#app/newsroom/story/story.ts'
import { saveSign } from '#app/ui/editor/autosave.ts'
import { type DraftKeeper, openDraftKeeper } from '#app/ui/editor/draft-keeper.ts'
import type { LocalDraft, LocalDrafts, SavedWords } from '#app/ui/editor/local-drafts.ts'
import { mergeCopies } from '#app/ui/editor/merge-copies.ts'
import { mergeWords } from '#app/ui/editor/merge-words.ts'
import type { SaveAnswer } from '#app/ui/editor/save-answer.ts'
import type { DraftWords } from '#app/ui/editor/writing-draft.ts'
import { revisions, stories } from '#db/schema/story.ts'
import { castOf, copyOf, NOON } from '../../cast.ts'
import { freshDatabase } from '../../newsroom.ts'

/** What one window asked of the server: not there yet, or answered and the answer still on its way. */
type Flight = { body: object; answer: SaveAnswer | null; land: (answer: SaveAnswer) => void }

export type Window = { name: string; keeper: DraftKeeper; words: DraftWords; flights: Flight[] }

/** A story of so many paragraphs, a device that keeps copies, and windows on it. */
export async function openDevice(paragraphs: number) {
  const { db } = await freshDatabase()
  const { reporter } = await castOf(db)
  const { publicId: story } = await startDraft(db, {}, reporter, NOON)
  const copy = copyOf(...Array.from({ length: paragraphs }, (_, at) => `Paragraph ${at} begins here and ends`))
  await saveDraft(db, story, { version: 1, headline: 'Begun', standfirst: '', copy }, reporter, NOON)

  const disk = new Map<string, LocalDraft>()
  const keptAsides = new Map<string, DraftWords>()
  let latest: SavedWords | null = null
  const device = { refuses: false }
  const windows: Window[] = []
  let counter = 0
  let clock = 0

  const local: LocalDrafts = {
    async keep(draft, inPlaceOf) {
      if (device.refuses) throw new Error('the disk is full')
      disk.set(draft.window, structuredClone(draft))
      if (inPlaceOf) disk.delete(inPlaceOf)
    },
    drop: async (name) => void disk.delete(name),
    leftBehind: async () => {
      const living = new Set(windows.map(({ name }) => name))
      return [...disk.values()].filter((draft) => !living.has(draft.window)).map((draft) => structuredClone(draft))
    },
    keepLatest: async (saved) => {
      latest = structuredClone(saved)
    },
    latest: async () => latest,
    keepAside: async (id, words) => {
      if (device.refuses) throw new Error('the disk is full')
      keptAsides.set(id, words)
    },
    asides: async () => [...keptAsides],
    dropAside: async (id) => void keptAsides.delete(id),
  }

  /** Opens the story in a new window and takes up what earlier ones left. */
  async function openWindow(): Promise<Window> {
    const page = await draftOf(db, story, reporter)
    if (!page) throw new Error('the story is gone')
    const { language: _, copy: opened, ...fields } = page.content
    const name = `window-${String(counter++).padStart(4, '0')}`
    const words = { fields, copy: opened } as DraftWords
    const { version, savedAt, savedIn } = page.story
    const flights: Flight[] = []
    const keeper = openDraftKeeper(
      { version, savedAt, savedIn, words },
      {
        window: name,
        now: () => clock++,
        read: () => window.words,
        show: (shown) => {
          window.words = shown
          keeper.changed()
        },
        send: (body) => new Promise((land) => flights.push({ body: structuredClone(body), answer: null, land })),
        merge: (base, mine, theirs) => mergeWords(base, mine, theirs, mergeCopies),
        local,
      },
      () => {},
    )
    const window: Window = { name, keeper, words, flights }
    windows.push(window)
    void keeper.takeUp()
    await settle()
    return window
  }

  /** The oldest question of a window reaches the server. */
  async function arrive({ flights }: Pick<Window, 'flights'>) {
    const flight = flights.find(({ answer }) => answer === null)
    if (!flight) return
    const saved = await saveDraft(db, story, flight.body, reporter, NOON)
    flight.answer = answerOf(saved)
  }

  /** The oldest answer reaches its window; `lost` when neither question nor answer got through. */
  async function land({ flights }: Window, { lost }: { lost: boolean }) {
    const flight = flights[0]
    if (!flight || (!lost && flight.answer === null)) return
    flights.shift()
    flight.land(lost || flight.answer === null ? { status: 0, body: null, retryAfter: 0 } : flight.answer)
    await settle()
  }

  /** Closed without a goodbye. What it had sent may still arrive. */
  async function kill(window: Window, { arrives }: { arrives: boolean }) {
    windows.splice(windows.indexOf(window), 1)
    if (arrives) await arrive(window)
  }

  /** Everything that is not only in a window: at the desk, and on the device. */
  async function heldText(): Promise<string> {
    const page = await draftOf(db, story, reporter)
    const rows = await db
      .select({ content: revisions.content, why: revisions.why })
      .from(revisions)
      .innerJoin(stories, eq(stories.id, revisions.storyId))
      .where(eq(stories.publicId, story))
    const asides = rows.filter(({ why }) => why === 'conflict').map(({ content }) => content as StoryContent)
    return JSON.stringify([
      page?.content,
      asides,
      [...disk.values()].map(({ words }) => words),
      [...keptAsides.values()],
    ])
  }

  const serverText = async () => JSON.stringify((await draftOf(db, story, reporter))?.content)

  return { device, windows, openWindow, arrive, land, kill, heldText, serverText, disk }
}

/** Does the screen say that the words are somewhere safe? */
export function isPromised({ keeper }: Window): boolean {
  return ['saved', 'on-device'].includes(saveSign(keeper.view().state))
}

/** Types a word that is nowhere else into a paragraph, at its begin or end. */
export function type(window: Window, paragraph: number, atEnd: boolean, word: string) {
  type Block = { type: string; content?: { type: string; text?: string }[] }
  const copy = structuredClone(window.words.copy) as unknown as { content: Block[] }
  const blocks = copy.content.filter((one) => one.type === 'paragraph')
  const block = blocks[paragraph % blocks.length]
  if (!block) return
  const text = (block.content ?? []).map((part) => part.text ?? '').join('')
  block.content = [{ type: 'text', text: atEnd ? `${text} ${word}` : `${word} ${text}` }]
  window.words = { ...window.words, copy: copy as unknown as DraftWords['copy'] }
  window.keeper.changed()
}

/** Lets everything happen that waits for nobody. */
export async function settle() {
  for (let i = 0; i < 5; i++) await new Promise((resolve) => setImmediate(resolve))
}

function answerOf(saved: Awaited<ReturnType<typeof saveDraft>>): SaveAnswer {
  if (saved.ok) return { status: 200, body: { version: saved.version, savedAt: NOON.toISOString() }, retryAfter: 0 }
  if (saved.because === 'conflict') return { status: 409, body: structuredClone(saved), retryAfter: 0 }
  if (saved.because === 'faults') return { status: 422, body: { faults: saved.faults }, retryAfter: 0 }
  return { status: 404, body: null, retryAfter: 0 }
}
