// The outlet that checks from outside play with: seven accounts, and one story in every state.
import { randomBytes, randomInt } from 'node:crypto'
import { join } from 'node:path'
import { eq } from 'drizzle-orm'
import sharp from 'sharp'
import type { Person, Role } from '#app/newsroom/people/person.ts'
import { pressWork } from '#app/newsroom/press/press-work.server.ts'
import { makeSmaller } from '#app/newsroom/press/smaller-pictures.server.ts'
import { slugOf } from '#app/newsroom/story/slug.ts'
import { type StoryState, storyStates } from '#app/newsroom/story/story.ts'
import type { Settings } from '#app/platform/env.server.ts'
import { openPictureSizer } from '#app/platform/picture-sizes.server.ts'
import { openPictureStore } from '#app/platform/picture-store.server.ts'
import { type Database, openDatabase } from '#db/client.ts'
import { publications } from '#db/schema/press.ts'
import { type SeededCalls, seedCalls } from './calls.ts'
import { type SeededLive, seedLive } from './live.ts'
import { letNoLetterLeave, newOutletRows, newPerson } from './new-outlet.ts'
import {
  type Movers,
  type Newsroom,
  refreshClaim,
  type StoryToWrite,
  stateOf,
  walkStory,
  writeStory,
} from './new-story.ts'
import { type SeededNewsletter, seedNewsletter } from './newsletter.ts'
import { demoOutlet, demoSections, demoTopics } from './outlet.ts'
import { walkTo } from './walk.ts'

type Account = { id: string; email: string; password: string; name: string }
type CanaryPlace = 'headline' | 'copy' | 'caption' | 'alt' | 'deskNote' | 'message' | 'fileName'
type TestStory = {
  /** As it stands in addresses. */
  id: string
  number: number
  /** Its address under /stories/, or the one it would get. */
  slug: string
  state: StoryState
  version: number
  owner: 'reporterA'
  /** A unique random word for each place. */
  canaries: Record<CanaryPlace, string>
}

const roles = {
  admin: 'admin',
  editorA: 'editor',
  editorB: 'editor',
  reporterA: 'contributor',
  reporterB: 'contributor',
  suspended: 'contributor',
  unconfirmed: 'contributor',
} as const satisfies Record<string, Role>

type AccountName = keyof typeof roles

/** Writes everything and says what was written. No account needs a second factor on a local address. */
export async function testOutlet(settings: Settings): Promise<
  {
    accounts: Record<AccountName, Account>
    stories: Record<StoryState, TestStory>
    /** Live coverage on a hub of its own; `canary` stands in what never was public. */
    live: SeededLive & { canary: string }
    newsletter: SeededNewsletter
  } & SeededCalls
> {
  const database = await openDatabase(settings.databaseUrl)
  try {
    await database.migrate()
    const { db } = database
    const now = new Date()
    const begun = new Date(now.getTime() - 30 * 86_400_000)
    // No checklists: a test that is about verification gives a section its own.
    const sections = demoSections.map((section) => ({ ...section, checklist: [] }))
    await newOutletRows(db, { settings: demoOutlet, sections, topics: demoTopics }, begun)
    const accounts: Partial<Record<AccountName, Account>> = {}
    const people: Partial<Record<AccountName, Person>> = {}
    for (const name of Object.keys(roles) as AccountName[])
      [accounts[name], people[name]] = await account(db, name, begun)
    const sizer = openPictureSizer()
    const newsroom: Newsroom = {
      db,
      press: pressWork(settings.siteUrl, async () => {}),
      store: openPictureStore(join(settings.dataDir, 'pictures')),
      sizer,
    }
    const movers = moversOf(people as Record<AccountName, Person>)
    const stories: Partial<Record<StoryState, TestStory>> = {}
    for (const state of storyStates) stories[state] = await testStory(newsroom, state, movers, now)
    const { editor, owner: reporter } = movers
    const called = await seedCalls(newsroom, { editor, reporter }, now)
    const canary = word()
    const live = await seedLive(newsroom, demoTopics[1]?.slug ?? '', { editor, reporter }, now, canary)
    const newsletter = await seedNewsletter(db, settings, movers.admin, now)
    await letNoLetterLeave(db, now)
    // Before the tests begin, or pages would change under them.
    while (await makeSmaller(db, { store: newsroom.store, encoder: sizer }, now, { afterwards: async () => {} }));
    return {
      accounts: accounts as Record<AccountName, Account>,
      stories: stories as Record<StoryState, TestStory>,
      live: { ...live, canary },
      newsletter,
      ...called,
    }
  } finally {
    await database.close()
  }
}

async function account(db: Database, name: AccountName, when: Date): Promise<[Account, Person]> {
  const password = randomBytes(15).toString('base64url')
  const person = await newPerson(
    db,
    {
      role: roles[name],
      name: `${name} ${word()}`,
      email: `${name.toLowerCase()}-${word()}@example.org`,
      password,
      confirmed: name !== 'unconfirmed',
      ...(name === 'suspended' ? { suspendedBecause: 'Sent the same advert nine times.' } : {}),
    },
    when,
  )
  return [{ id: person.publicId, email: person.email, password, name: person.name }, person]
}

function moversOf(people: Record<AccountName, Person>): Movers {
  return { owner: people.reporterA, editor: people.editorA, second: people.editorB, admin: people.admin }
}

async function testStory(newsroom: Newsroom, state: StoryState, movers: Movers, now: Date): Promise<TestStory> {
  const { db } = newsroom
  const canaries: TestStory['canaries'] = {
    headline: word(),
    copy: word(),
    caption: word(),
    alt: word(),
    deskNote: word(),
    message: word(),
    fileName: word(),
  }
  const steps = walkTo(state, {
    points: ['Say who told you.'],
    reasons: ['needs-source'],
    note: 'Please look at it again.',
    deskNote: `For the desk only: ${canaries.deskNote}.`,
    publishAt: new Date(now.getTime() + 7 * 86_400_000).toISOString(),
  })
  const story = await storyWith(canaries, state)
  const at = (i: number) => new Date(now.getTime() - (steps.length - i) * 60_000)
  const publicId = await writeStory(newsroom, story, movers.owner, new Date(now.getTime() - 3_600_000))
  await walkStory(newsroom, publicId, story, steps, movers, at)
  if (state === 'in_review') await refreshClaim(db, publicId, movers.editor, now)
  const { id, version } = await stateOf(db, publicId)
  const [publication] = await db
    .select({ slug: publications.slug })
    .from(publications)
    .where(eq(publications.storyId, id))
  return {
    id: publicId,
    number: id,
    slug: publication?.slug ?? slugOf(story.headline),
    state,
    version,
    owner: 'reporterA',
    canaries,
  }
}

const paragraph = (text: string) => ({ type: 'paragraph', content: [{ type: 'text', text }] })

/** What the reporter wrote and what the desk made of it: in three scripts, a headline, a list and a paragraph less. */
const written = [
  paragraph('The mayor cut the ribbon at nine in the morning.'),
  paragraph('Мостът над реката е отворен за коли.'),
  paragraph('افتتح الجسر فوق النهر اليوم.'),
  {
    type: 'bulletList',
    content: ['a new railing', 'two lamps'].map((item) => ({ type: 'listItem', content: [paragraph(item)] })),
  },
]
const edited = [
  paragraph('The mayor cut the ribbon at nine.'),
  paragraph('Мостът над реката е отворен за пешеходци.'),
  paragraph('افتتح الجسر فوق النهر أمس.'),
  {
    type: 'bulletList',
    content: ['a new railing', 'two lamps', 'a bench'].map((item) => ({
      type: 'listItem',
      content: [paragraph(item)],
    })),
  },
]

async function storyWith(canaries: TestStory['canaries'], state: StoryState): Promise<StoryToWrite> {
  const isEdited = state === 'awaiting_sign_off'
  const copyWith = (ids: ReadonlyMap<string, string>, more: object[]) => {
    const { content, ...doc } = storyCopy(canaries, ids)
    return { ...doc, content: isEdited ? [...content, ...more] : content }
  }
  const bytes = await sharp({
    create: { width: 900, height: 600, channels: 3, background: { r: randomInt(256), g: 110, b: 120 } },
  })
    .jpeg()
    .withExif({ IFD0: { ImageDescription: canaries.fileName } })
    .toBuffer()
  return {
    headline: `Bridge over the river ${canaries.headline}`,
    standfirst: 'The bridge was closed for two years.',
    section: demoSections[0]?.slug ?? '',
    topics: demoTopics.slice(0, 1).map((topic) => topic.slug),
    byline: { kind: 'name', penName: '' },
    sources: 'The mayor told me.',
    copy: (ids) => copyWith(ids, written),
    ...(isEdited
      ? {
          edited: (ids: ReadonlyMap<string, string>) => ({
            headline: `The bridge over the river ${canaries.headline}`,
            copy: copyWith(ids, edited),
          }),
        }
      : {}),
    pictures: [
      {
        key: 'bridge',
        bytes,
        fileName: `IMG-${canaries.fileName}.jpg`,
        caption: `The bridge on Tuesday ${canaries.caption}`,
        credit: 'The reporter',
        alt: `A bridge ${canaries.alt}`,
        rights: true,
      },
    ],
    // A draft has been nobody's but its owner's, so its only message is the reporter's own.
    messages: [
      { from: 'owner', shared: true, text: `A message to the desk: ${canaries.message}.` },
      ...(state === 'draft'
        ? []
        : [{ from: 'desk' as const, shared: false, text: `Between us: ${canaries.deskNote}.` }]),
    ],
  }
}

function storyCopy(canaries: TestStory['canaries'], ids: ReadonlyMap<string, string>) {
  return {
    type: 'doc',
    content: [
      { type: 'dateline', attrs: { place: 'Panagyurishte', agency: '', date: '' } },
      { type: 'paragraph', content: [{ type: 'text', text: `The bridge was opened on Tuesday ${canaries.copy}.` }] },
      {
        type: 'figure',
        attrs: {
          pictureId: ids.get('bridge') ?? '',
          alt: `A bridge ${canaries.alt}`,
          decorative: false,
          credit: 'The reporter',
          layout: 'inline',
        },
        content: [{ type: 'text', text: `The bridge on Tuesday ${canaries.caption}` }],
      },
    ],
  }
}

/** A word that stands nowhere else: 12 letters, about 53 random bits. */
function word(): string {
  const letters = 'bcdfghjklmnpqrstvwxz'
  return `q${Array.from({ length: 12 }, () => letters[randomInt(letters.length)]).join('')}`
}
