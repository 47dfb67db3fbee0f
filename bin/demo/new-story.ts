// Writes one story and walks it to its state, with its photos, messages and times, through the newsroom's own doors.
import { eq } from 'drizzle-orm'
import { pointsOfStory, savePoints } from '#app/newsroom/desk/change-points.server.ts'
import { editCopy } from '#app/newsroom/desk/desk-edit.server.ts'
import { keepClaim } from '#app/newsroom/desk/desk-story.server.ts'
import { moveStory } from '#app/newsroom/desk/move-story.server.ts'
import type { PressWork } from '#app/newsroom/desk/moving/press-work.ts'
import { writeNote } from '#app/newsroom/desk/notes.server.ts'
import { askTicket } from '#app/newsroom/desk/tickets.server.ts'
import type { Person } from '#app/newsroom/people/person.ts'
import { acceptPicture, type NewPicture } from '#app/newsroom/pictures/accept-picture.server.ts'
import type { PictureSizer, PictureStore } from '#app/newsroom/pictures/picture-store.ts'
import { saveDraft, startDraft } from '#app/newsroom/story/drafts.server.ts'
import type { StoryState } from '#app/newsroom/story/story.ts'
import type { Database } from '#db/client.ts'
import { stories } from '#db/schema/story.ts'
import { recordChecks } from './checks.ts'
import type { WalkStep } from './walk.ts'

export type Newsroom = { db: Database; press: PressWork; store: PictureStore; sizer: PictureSizer }

export type Movers = { owner: Person; editor: Person; second: Person; admin: Person }

export type StoryToWrite = {
  headline: string
  standfirst: string
  section: string
  topics: string[]
  byline: { kind: 'name' | 'pen' | 'withheld'; penName: string }
  language?: string
  sources: string
  /** The copy as its contributor sends it, once the photos have their ids. */
  copy(pictureIds: ReadonlyMap<string, string>): unknown
  /** The words as the desk edits them; without them an edit changes the standfirst. */
  edited?: (pictureIds: ReadonlyMap<string, string>) => { headline?: string | undefined; copy: unknown }
  pictures: ({ key: string } & Omit<NewPicture, 'story'>)[]
  messages: { from: 'owner' | 'desk'; shared: boolean; text: string }[]
  /** What its section asks to be verified: recorded before it is approved, half of it while it is read. */
  checklist?: readonly string[]
}

/** Starts and saves the draft. The walk is walkStory's. */
export async function writeStory(newsroom: Newsroom, story: StoryToWrite, owner: Person, when: Date): Promise<string> {
  const { db, store, sizer } = newsroom
  const { publicId } = await startDraft(db, {}, owner, when)
  const ids = new Map<string, string>()
  for (const { key, ...picture } of story.pictures) {
    const accepted = await acceptPicture(db, { store, sizer }, { story: publicId, ...picture }, owner, when)
    if (!accepted.ok) throw new Error(`${story.headline}: the picture ${key} was refused: ${accepted.because}`)
    ids.set(key, accepted.picture.id)
  }
  const { headline, standfirst, section, topics, byline, language, sources } = story
  const draft = { version: 1, headline, standfirst, section, topics, byline, language, sources, copy: story.copy(ids) }
  const saved = await saveDraft(db, publicId, draft, owner, when)
  if (!saved.ok) throw new Error(`${headline}: not saved: ${JSON.stringify(saved)}`)
  if (story.edited) editedWords.set(publicId, story.edited(ids))
  return publicId
}

const editedWords = new Map<string, { headline?: string | undefined; copy: unknown }>()

/** Makes the steps one after another; `at(i)` is the instant of step i. Messages are written once somebody reads it. */
export async function walkStory(
  newsroom: Newsroom,
  publicId: string,
  story: StoryToWrite,
  steps: WalkStep[],
  movers: Movers,
  at: (step: number) => Date,
): Promise<void> {
  const { db, press } = newsroom
  for (const [i, step] of steps.entries()) {
    const when = at(i)
    const { version } = await stateOf(db, publicId)
    if (step.move === 'approve') await recordChecks(db, publicId, story.checklist ?? [], movers[step.by], when)
    const made =
      step.move === 'deskEdit'
        ? await editCopy(db, publicId, { version, ...editOf(publicId, story) }, movers[step.by], when)
        : await moveStory(
            db,
            { story: publicId, version, move: step.move, ...step.order },
            movers[step.by],
            when,
            press,
          )
    if (!made.ok) throw new Error(`${story.headline}: ${step.move} refused: ${JSON.stringify(made)}`)
    if (step.move === 'claim') {
      await writeMessages(db, publicId, story, movers, when)
      if (i === steps.length - 1) await recordChecks(db, publicId, story.checklist ?? [], movers[step.by], when, 2)
    }
  }
  if (!steps.some((step) => step.move === 'claim')) await writeMessages(db, publicId, story, movers, at(0))
}

/** The holder has just looked, so the claim does not lapse while somebody tries the demo out. */
export async function refreshClaim(db: Database, publicId: string, editor: Person, when: Date): Promise<void> {
  await keepClaim(db, publicId, editor, when)
}

/** Ticks the first of a story's change points, as if the reporter had begun. */
export async function tickFirstPoint(db: Database, publicId: string, owner: Person, when: Date): Promise<void> {
  const { id } = await stateOf(db, publicId)
  const [point] = await pointsOfStory(db, id)
  const ticked = point && { points: [point.id], done: [point.id], answers: [''] }
  if (ticked) await savePoints(db, publicId, ticked, owner, when)
}

/** Its contributor asks for something about a published story. */
export async function askFor(
  db: Database,
  publicId: string,
  asks: readonly { kind: 'correction' | 'takedown'; text: string }[],
  owner: Person,
  when: Date,
): Promise<void> {
  for (const ask of asks) {
    const asked = await askTicket(db, publicId, ask, owner, when)
    if (!asked.ok) throw new Error(`${publicId}: a ${ask.kind} was refused: ${asked.because}`)
  }
}

/** Number, state and version of a story as they are now. */
export async function stateOf(
  db: Database,
  publicId: string,
): Promise<{ id: number; state: StoryState; version: number }> {
  const [row] = await db
    .select({ id: stories.id, state: stories.state, version: stories.version })
    .from(stories)
    .where(eq(stories.publicId, publicId))
  if (!row) throw new Error(`there is no story ${publicId}`)
  return row
}

function editOf(publicId: string, story: StoryToWrite) {
  return editedWords.get(publicId) ?? { standfirst: `${story.standfirst} Edited by the desk.` }
}

async function writeMessages(db: Database, publicId: string, story: StoryToWrite, movers: Movers, when: Date) {
  for (const { from, shared, text } of story.messages) {
    const who = from === 'owner' ? movers.owner : movers.editor
    const written = await writeNote(db, publicId, { shared, text }, who, when)
    // A story that was never sent has no desk that could write on it.
    if (!written.ok && from === 'owner') throw new Error(`${story.headline}: a message was refused: ${written.because}`)
  }
}
