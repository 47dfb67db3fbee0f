// The people and stories that tests play with, made through the newsroom's own functions.
import { editCopy } from '#app/newsroom/desk/desk-edit.server.ts'
import { moveStory, type Order } from '#app/newsroom/desk/move-story.server.ts'
import type { PressWork } from '#app/newsroom/desk/moving/press-work.ts'
import type { Mover } from '#app/newsroom/desk/policy.ts'
import { writeOutlet } from '#app/newsroom/outlet/outlet.server.ts'
import { newOutlet } from '#app/newsroom/outlet/settings.ts'
import type { Person, Role } from '#app/newsroom/people/person.ts'
import { pressWork } from '#app/newsroom/press/press-work.server.ts'
import { draftOf, saveDraft, startDraft } from '#app/newsroom/story/drafts.server.ts'
import { newPublicId } from '#app/newsroom/story/public-id.server.ts'
import type { StoryState } from '#app/newsroom/story/story.ts'
import type { Database } from '#db/client.ts'
import { sections } from '#db/schema/outlet.ts'
import { people } from '#db/schema/people.ts'
import { topics } from '#db/schema/topics.ts'
import { walkTo } from '../bin/demo/walk.ts'

/** The instant at which tests play. */
export const NOON = new Date('2026-11-24T12:00:00.000Z')

/** `NOON` and so many minutes. */
export function later(minutes: number): Date {
  return new Date(NOON.getTime() + minutes * 60_000)
}

export type Cast = {
  reporter: Person
  otherReporter: Person
  unconfirmed: Person
  editor: Person
  otherEditor: Person
  admin: Person
  press: PressWork & { printed: number }
}

/** An outlet with two sections, one hub, and a named cast. */
export async function castOf(db: Database): Promise<Cast> {
  await db.transaction(async (tx) => {
    await writeOutlet(tx, { ...newOutlet, name: 'The Test Courier', agency: 'TC', timeZone: 'Europe/Sofia' }, NOON)
    await tx
      .insert(sections)
      .values([
        { slug: 'exercises', name: 'Exercises', position: 1, answerWithinHours: 24 },
        { slug: 'history', name: 'History', position: 2, answerWithinHours: 72 },
      ])
      .returning()
    await tx
      .insert(topics)
      .values({
        slug: 'border',
        name: 'The border',
        title: '24/7 – All about the border',
        background: ['It is long.'],
        keyEvents: [],
        position: 1,
        createdAt: NOON,
      })
      .returning()
  })
  const press = { ...pressWork('http://localhost:3000', async () => {}), printed: 0 }
  press.afterwards = async () => {
    press.printed += 1
  }
  return {
    reporter: await person(db, 'contributor', 'Reporter in Panagyurishte'),
    otherReporter: await person(db, 'contributor', 'Reporter in Varna'),
    unconfirmed: await person(db, 'contributor', 'Reporter without a letter', { confirmed: false }),
    editor: await person(db, 'editor', 'Day editor'),
    otherEditor: await person(db, 'editor', 'Night editor'),
    admin: await person(db, 'admin', 'Editor in chief'),
    press,
  }
}

let counter = 0

/** One more person. The password hash is no hash: nobody can sign in as them. */
export async function person(db: Database, role: Role, name: string, { confirmed = true } = {}): Promise<Person> {
  counter += 1
  return db.transaction(async (tx) => {
    const [row] = await tx
      .insert(people)
      .values({
        publicId: newPublicId(),
        email: `person${counter}@example.org`,
        name,
        passwordHash: 'none',
        role,
        confirmedAt: confirmed ? NOON : null,
        createdAt: NOON,
      })
      .returning()
    if (!row) throw new Error('no person was written')
    const { id, publicId, email, trusted, language, safetyMode } = row
    return { id, publicId, name, email, role, trusted, confirmed, language, safetyMode }
  })
}

/** Plain copy of one or more paragraphs. */
export function copyOf(...paragraphs: string[]) {
  return {
    type: 'doc',
    content: [
      { type: 'dateline', attrs: { place: 'Panagyurishte', agency: '', date: '2026-11-24' } },
      ...paragraphs.map((text) => ({ type: 'paragraph', content: [{ type: 'text', text }] })),
    ],
  }
}

/** A saved draft of `who`, ready to be sent. */
export async function draftBy(db: Database, who: Person, headline = 'Bridge opens', when = NOON): Promise<string> {
  const { publicId } = await startDraft(db, {}, who, when)
  const saved = await saveDraft(
    db,
    publicId,
    {
      version: 1,
      headline,
      standfirst: 'After two years the bridge is open.',
      section: 'exercises',
      topics: ['border'],
      byline: { kind: 'name', penName: '' },
      copy: copyOf('The bridge over the river was opened on Tuesday morning.'),
      sources: 'The mayor told me.',
    },
    who,
    when,
  )
  if (!saved.ok) throw new Error(`the draft was not saved: ${JSON.stringify(saved)}`)
  return publicId
}

/** The story's version as it is now. */
export async function versionOf(db: Database, story: string, owner: Person): Promise<number> {
  const draft = await draftOf(db, story, owner)
  if (!draft) throw new Error('no such story of this person')
  return draft.story.version
}

/** Orders a move on the story's present version. */
export async function move(
  db: Database,
  cast: Cast,
  who: Mover,
  story: string,
  what: Order['move'],
  input: Partial<Order> = {},
  when = NOON,
) {
  const { reporter } = cast
  const version = input.version ?? (await versionOf(db, story, reporter))
  return moveStory(db, { story, move: what, ...input, version }, who, when, cast.press)
}

/** A story of the reporter's, taken to a state by the moves that lead there. */
export async function storyIn(db: Database, cast: Cast, state: StoryState, headline?: string): Promise<string> {
  const story = await draftBy(db, cast.reporter, headline)
  const words = {
    points: ['Name the source.'],
    reasons: ['needs-source' as const],
    note: state === 'retracted' ? 'It was not true.' : 'Who told you?',
    deskNote: '',
    publishAt: later(60).toISOString(),
  }
  const movers = { owner: cast.reporter, editor: cast.editor, second: cast.otherEditor, admin: cast.admin }
  for (const { by, move: what, order } of walkTo(state, words)) {
    const result =
      what === 'deskEdit' ? await deskEdit(db, cast, story) : await move(db, cast, movers[by], story, what, order)
    if (!result.ok) throw new Error(`${what} on the way to ${state}: ${JSON.stringify(result)}`)
  }
  return story
}

/** The day editor, who holds the claim, changes the standfirst. */
export async function deskEdit(db: Database, cast: Cast, story: string, standfirst = 'It is open.', when = NOON) {
  const version = await versionOf(db, story, cast.reporter)
  return editCopy(db, story, { version, standfirst }, cast.editor, when)
}
