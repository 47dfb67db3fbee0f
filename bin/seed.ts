// Fills a new database with the demo outlet: people, stories in every state, drawn pictures, a front page.
import { randomBytes } from 'node:crypto'
import { renameSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { eq } from 'drizzle-orm'
import sharp from 'sharp'
import type { Person } from '#app/newsroom/people/person.ts'
import type { PictureSizer } from '#app/newsroom/pictures/picture-store.ts'
import { pressWork } from '#app/newsroom/press/press-work.server.ts'
import type { StoryState } from '#app/newsroom/story/story.ts'
import type { Settings } from '#app/platform/env.server.ts'
import { openPictureSizer } from '#app/platform/picture-sizes.server.ts'
import { openPictureStore } from '#app/platform/picture-store.server.ts'
import { type Database, openDatabase } from '#db/client.ts'
import { publications } from '#db/schema/press.ts'
import { stories } from '#db/schema/story.ts'
import { seedCalls } from './demo/calls.ts'
import { demoCast } from './demo/cast.ts'
import { type CopyJson, nodesIn } from './demo/copy-words.ts'
import { seedCorrections } from './demo/corrections.ts'
import { seedLive } from './demo/live.ts'
import { letNoLetterLeave, newOutletRows, newPerson } from './demo/new-outlet.ts'
import {
  askFor,
  type Movers,
  type Newsroom,
  refreshClaim,
  type StoryToWrite,
  tickFirstPoint,
  walkStory,
  writeStory,
} from './demo/new-story.ts'
import { demoOutlet, demoSections, demoTopics } from './demo/outlet.ts'
import { demoPictures } from './demo/pictures.ts'
import { type DemoStory, demoStories } from './demo/stories.ts'
import { type WalkStep, walkTo } from './demo/walk.ts'

const HOUR = 3_600_000
/** Who the printed accounts belong to. */
const SHOWN = { reporter: 'panagyurishte', editor: 'day-editor', admin: 'publisher' } as const

type Account = { email: string; password: string }

/** Fills the database of these settings, which has to be new. Returns the accounts to sign in with, freshly made up. */
export async function seedDemo(settings: Settings): Promise<Record<keyof typeof SHOWN, Account>> {
  // Beside the real file until everything is in it: a seeding that was cut off leaves no half-filled outlet behind.
  const file = settings.databaseUrl.replace(/^file:(\/\/)?/, '')
  const unfinished = `${file}.unfinished`
  for (const path of [unfinished, `${unfinished}-wal`, `${unfinished}-shm`]) rmSync(path, { force: true })
  const made = await fill(settings, unfinished)
  renameSync(unfinished, file)
  return made
}

async function fill(settings: Settings, file: string): Promise<Record<keyof typeof SHOWN, Account>> {
  const database = await openDatabase(`file:${file}`)
  try {
    await database.migrate()
    const { db } = database
    const now = new Date()
    // Before the sizer is opened: it forbids SVG, which is what the drawings are.
    const drawings = await draw()
    const begun = new Date(now.getTime() - 60 * 24 * HOUR)
    await newOutletRows(db, { settings: demoOutlet, sections: demoSections, topics: demoTopics }, begun)
    const passwords = new Map(Object.values(SHOWN).map((key) => [key as string, randomBytes(9).toString('base64url')]))
    const cast = new Map<string, Person>()
    for (const { key, role, name, email, bio } of demoCast)
      cast.set(key, await newPerson(db, { role, name, email, about: bio, password: passwords.get(key) ?? null }, begun))

    const newsroom: Newsroom = {
      db,
      press: pressWork(settings.siteUrl, async () => {}),
      store: openPictureStore(join(settings.dataDir, 'pictures')),
      sizer: eachDrawingOnce(openPictureSizer()),
    }
    const publicIds = await tellStories(newsroom, cast, drawings, now)
    const movers = (key: string) => {
      const demo = demoStories.find((story) => story.key === key)
      if (!demo) throw new Error(`there is no story ${key}`)
      return moversOf(cast, demo, personOf(cast, demo.owner))
    }
    await seedCorrections(newsroom, { publicIds, movers }, now)
    const [editor, reporter] = [cast.get(SHOWN.editor), cast.get(SHOWN.reporter)]
    if (!editor || !reporter) throw new Error('the demo has no editor or no reporter')
    await seedCalls(newsroom, { editor, reporter }, now)
    await seedLive(newsroom, demoTopics[0]?.slug ?? '', { editor, reporter }, now)
    await letNoLetterLeave(db, now)
    const account = (key: string): Account => ({
      email: cast.get(key)?.email ?? '',
      password: passwords.get(key) ?? '',
    })
    return { reporter: account(SHOWN.reporter), editor: account(SHOWN.editor), admin: account(SHOWN.admin) }
  } finally {
    await database.close()
  }
}

async function tellStories(
  newsroom: Newsroom,
  cast: Map<string, Person>,
  drawings: Map<string, Uint8Array>,
  now: Date,
) {
  // Oldest first, so that a "Read more" card finds the story it points to already printed.
  const inOrder = [...demoStories].sort((a, b) => b.hoursAgo - a.hoursAgo)
  const publicIds = new Map<string, string>()
  for (const demo of inOrder) {
    const owner = personOf(cast, demo.owner)
    const entered = new Date(now.getTime() - demo.hoursAgo * HOUR)
    const steps = stepsOf(demo, now)
    const started = new Date(entered.getTime() - (steps.length + 2) * 3 * HOUR)
    const story = storyToWrite(demo, drawings, publicIds)
    const publicId = await writeStory(newsroom, story, owner, started)
    publicIds.set(demo.key, publicId)
    const movers = moversOf(cast, demo, owner)
    await walkStory(
      newsroom,
      publicId,
      story,
      steps,
      movers,
      (i) => new Date(entered.getTime() - (steps.length - 1 - i) * 3 * HOUR),
    )
    await finish(newsroom.db, demo, publicId, movers, entered, now)
  }
  return publicIds
}

function stepsOf(demo: DemoStory, now: Date): WalkStep[] {
  const state: StoryState = demo.state
  return walkTo(
    state,
    {
      points: demo.changePoints ?? ['Say who told you.'],
      reasons: state === 'rejected' ? ['already-covered'] : ['needs-source'],
      note: demo.reason ?? 'Please read our edit.',
      deskNote: '',
      publishAt: new Date(now.getTime() + 20 * HOUR).toISOString(),
    },
    hasNotes(demo),
  )
}

function storyToWrite(
  demo: DemoStory,
  drawings: Map<string, Uint8Array>,
  publicIds: Map<string, string>,
): StoryToWrite {
  const penName = demoCast.find((person) => person.key === demo.owner)?.penName ?? ''
  const figures = nodesIn(demo.copy).filter((node) => node.type === 'figure')
  const keys = [...new Set(figures.map((node) => String(node.attrs?.pictureId)))]
  const withIds = (copy: CopyJson, ids: ReadonlyMap<string, string>) => replaceKeys(copy, ids, publicIds)
  return {
    headline: demo.headline,
    standfirst: demo.standfirst,
    section: demo.section,
    topics: demo.topics,
    checklist: demoSections.find(({ slug }) => slug === demo.section)?.checklist ?? [],
    byline: { kind: demo.byline, penName: demo.byline === 'pen' ? penName : '' },
    language: demo.language,
    sources: demo.sources,
    copy: (ids) => withIds(withoutNotes(demo.copy), ids),
    edited: demo.edited
      ? (ids) => ({ headline: demo.edited?.headline, copy: withIds(demo.edited?.copy ?? demo.copy, ids) })
      : hasNotes(demo)
        ? (ids) => ({ copy: withIds(demo.copy, ids) })
        : undefined,
    pictures: keys.map((key) => {
      const picture = demoPictures[key]
      return {
        key,
        bytes: drawings.get(key) ?? new Uint8Array(),
        fileName: `${key}.jpg`,
        caption: picture?.caption ?? '',
        credit: picture?.credit ?? '',
        alt: picture?.alt ?? '',
        rights: true,
      }
    }),
    messages: (demo.messages ?? []).map((message) => ({ ...message, shared: true })),
  }
}

/** Picture keys become public ids; cards point to stories by theirs. A key without a story yet stays as it is. */
function replaceKeys(node: CopyJson, pictures: ReadonlyMap<string, string>, publicIds: Map<string, string>): CopyJson {
  const attrs = node.attrs ? { ...node.attrs } : undefined
  if (attrs && node.type === 'figure') attrs.pictureId = pictures.get(String(attrs.pictureId)) ?? ''
  if (attrs && node.type === 'related' && attrs.refType === 'story')
    attrs.ref = publicIds.get(String(attrs.ref)) ?? String(attrs.ref)
  const content = node.content?.map((child) => replaceKeys(child, pictures, publicIds))
  return { ...node, ...(attrs ? { attrs } : {}), ...(content ? { content } : {}) }
}

function hasNotes(demo: DemoStory): boolean {
  return nodesIn(demo.copy).some((node) => node.marks?.some((mark) => mark.type === 'editorNote'))
}

/** Editor's notes are the desk's: the copy as its contributor sent it has none. */
function withoutNotes(node: CopyJson): CopyJson {
  const content = node.content
    ?.filter((child) => !child.marks?.some((mark) => mark.type === 'editorNote'))
    .map(withoutNotes)
  return { ...node, ...(content ? { content } : {}) }
}

function moversOf(cast: Map<string, Person>, demo: DemoStory, owner: Person): Movers {
  const editor = personOf(cast, demo.editor ?? 'day-editor')
  const second = [...cast.values()].find((person) => person.role === 'editor' && person.id !== editor.id)
  return { owner, editor, second: second ?? editor, admin: personOf(cast, 'publisher') }
}

async function finish(db: Database, demo: DemoStory, publicId: string, movers: Movers, entered: Date, now: Date) {
  if (demo.state === 'in_review') await refreshClaim(db, publicId, movers.editor, now)
  if (demo.state === 'changes_requested') await tickFirstPoint(db, publicId, movers.owner, now)
  await askFor(db, publicId, demo.asks ?? [], movers.owner, now)
  if (!demo.lead) return
  await db.transaction(async (tx) => {
    const [story] = await tx.select({ id: stories.id }).from(stories).where(eq(stories.publicId, publicId))
    if (story)
      await tx
        .update(publications)
        .set({ leadAt: entered })
        .where(eq(publications.storyId, story.id))
        .returning({ id: publications.storyId })
  })
}

async function draw(): Promise<Map<string, Uint8Array>> {
  const used = new Set(
    demoStories.flatMap((demo) => nodesIn(demo.copy)).map((node) => String(node.attrs?.pictureId ?? '')),
  )
  const drawn = new Map<string, Uint8Array>()
  for (const [key, picture] of Object.entries(demoPictures))
    if (used.has(key)) drawn.set(key, await sharp(Buffer.from(picture.svg)).jpeg({ quality: 88 }).toBuffer())
  return drawn
}

// Several stories show the same drawing: its sizes are made once.
function eachDrawingOnce(sizer: PictureSizer): PictureSizer {
  const made = new Map<Uint8Array, ReturnType<PictureSizer['size']>>()
  return {
    readsHeic: () => sizer.readsHeic(),
    size(bytes) {
      const sized = made.get(bytes) ?? sizer.size(bytes)
      made.set(bytes, sized)
      return sized
    },
  }
}

function personOf(cast: Map<string, Person>, key: string): Person {
  const person = cast.get(key)
  if (!person) throw new Error(`nobody in the cast is called ${key}`)
  return person
}
