// The desk's editing screen: who may edit now, the words and their base, the changes so far, comments, points put down.
import { asc, desc, eq } from 'drizzle-orm'
import { pointsPutDown } from '#app/newsroom/desk/change-points.server.ts'
import { reasonsOf } from '#app/newsroom/desk/change-reasons.server.ts'
import { changesMade } from '#app/newsroom/desk/changes-made.server.ts'
import { threadsOf } from '#app/newsroom/desk/comments.server.ts'
import { editChain, wordsOfKept } from '#app/newsroom/desk/edit-chain.server.ts'
import { type EditedWords, movedBase } from '#app/newsroom/desk/edit-mode.ts'
import type { BesideWords, EditPage, MadeChange } from '#app/newsroom/desk/edit-page.ts'
import { pendingEdit } from '#app/newsroom/desk/kept-edit.server.ts'
import { mayMove, maySee } from '#app/newsroom/desk/policy.ts'
import { policyFacts } from '#app/newsroom/desk/policy-facts.server.ts'
import { carriedKeys, editChanges } from '#app/newsroom/desk/suggestions.ts'
import { keepsLocalCopies } from '#app/newsroom/people/local-copies.server.ts'
import type { Person } from '#app/newsroom/people/person.ts'
import { paragraphsOf } from '#app/newsroom/story/copy/places-in-copy.ts'
import { contentOf } from '#app/newsroom/story/revisions.server.ts'
import { type Story, type StoryState, storyOf } from '#app/newsroom/story/story.ts'
import type { Reader } from '#db/client.ts'
import { people } from '#db/schema/people.ts'
import { pictures } from '#db/schema/pictures.ts'
import { stories } from '#db/schema/story.ts'
import { topics } from '#db/schema/topics.ts'

export type EditPageOrNot =
  | { ok: true; page: EditPage }
  /** `held` names who has the story, and whether they may take it over. Nothing of the words goes along. */
  | {
      ok: false
      because: 'own' | 'held' | 'free' | 'state'
      number: number
      state: StoryState
      version: number
      holder: string
      mayTakeOver: boolean
    }

/** Null where the story does not exist for this person. Only the claim's holder edits, never the story's author. */
export async function editPage(db: Reader, publicId: string, who: Person): Promise<EditPageOrNot | null> {
  const [row] = await db.select().from(stories).where(eq(stories.publicId, publicId))
  if (!row || row.state === 'draft' || !maySee(who, row)) return null
  const story = storyOf(row)
  const because = refusalOf(story, who)
  if (because) {
    const { id: number, state, version } = story
    const isHeld = because === 'held'
    const holder = isHeld ? await nameOf(db, story.claimedById) : ''
    const mayTakeOver = isHeld && mayMove(who, 'handOver', await policyFacts(db, story, who)) === null
    return { ok: false, because, number, state, version, holder, mayTakeOver }
  }
  return { ok: true, page: await pageOf(db, story, who) }
}

/** Comments and points beside the words on the review page; null for the story's author. */
export async function besideWords(db: Reader, publicId: string, who: Person): Promise<BesideWords | null> {
  const [row] = await db.select().from(stories).where(eq(stories.publicId, publicId))
  if (!row || row.state === 'draft' || row.ownerId === who.id || !maySee(who, row)) return null
  const story = storyOf(row)
  const [threads, putDown] = await Promise.all([threadsOf(db, story, story.copy, who), pointsPutDown(db, story.id)])
  const places = paragraphsOf(story.copy)
  const [paragraphs, starts] = [places.map(({ quote }) => quote), places.map(({ from }) => from)]
  return { threads, putDown, paragraphs, starts, mayEdit: refusalOf(story, who) === null }
}

function refusalOf(story: Story, who: Person): 'own' | 'held' | 'free' | 'state' | null {
  if (story.ownerId === who.id) return 'own'
  if (story.state === 'submitted') return 'free'
  if (story.state !== 'in_review') return 'state'
  return story.claimedById === who.id ? null : 'held'
}

async function pageOf(db: Reader, story: Story, who: Person): Promise<EditPage> {
  const content = await contentOf(db, story)
  const words: EditedWords = { headline: content.headline, standfirst: content.standfirst, copy: content.copy }
  const [edit, threads, putDown, photos, allTopics, keepsLocalCopy] = await Promise.all([
    editOf(db, story, words),
    threadsOf(db, story, content.copy, who),
    pointsPutDown(db, story.id),
    db.select().from(pictures).where(eq(pictures.storyId, story.id)).orderBy(asc(pictures.id)).limit(100),
    db
      .select({ slug: topics.slug, name: topics.name })
      .from(topics)
      .orderBy(desc(topics.running), asc(topics.position))
      .limit(200),
    keepsLocalCopies(db, who),
  ])
  return {
    publicId: story.publicId,
    number: story.id,
    version: story.version,
    savedAt: story.savedAt.toISOString(),
    language: content.language,
    words,
    ...edit,
    threads,
    putDown,
    paragraphs: paragraphsOf(content.copy).map(({ quote }) => quote),
    topics: allTopics,
    photos: photos.map(({ publicId, width, height, sizes, rightsConfirmed, licence }) => {
      const size = sizes.find(({ format }) => format === 'jpeg') ?? sizes[0]
      const src = size ? `/pictures/${publicId}/${size.width}.${size.format}` : ''
      return { id: publicId, src, width, height, rights: rightsConfirmed, licence }
    }),
    keepsLocalCopy,
  }
}

/** The base as it is for the words now, and the changes of both kinds, each with who made it, when and why. */
async function editOf(db: Reader, story: Story, words: EditedWords) {
  const chain = await editChain(db, story)
  if (!chain) return { how: 'suggest' as const, base: words, kept: words, changes: [], direct: [] }
  const pending = await pendingEdit(db, story)
  const [own, keptBase, kept] = [
    (await wordsOfKept(db, chain.own)).content,
    (await wordsOfKept(db, chain.base)).content,
    (await wordsOfKept(db, chain.edited)).content,
  ]
  const isDirect = pending?.how === 'direct'
  const base = isDirect ? { ...keptBase, ...movedBase(keptBase, kept, words) } : keptBase
  const now = { ...keptBase, ...words }
  const [reasons, made] = [await reasonsOf(db, chain), await changesMade(db, story)]
  const changes = editChanges(base, now)
  const before = new Map(
    [...carriedKeys(editChanges(keptBase, kept), changes, !isDirect)].map(([old, key]) => [key, old]),
  )
  return {
    how: pending?.how ?? ('suggest' as const),
    base: { headline: base.headline, standfirst: base.standfirst, copy: base.copy },
    kept: { headline: kept.headline, standfirst: kept.standfirst, copy: kept.copy },
    changes: changes.map((change): MadeChange => {
      const old = before.get(change.key) ?? ''
      const { at, byName } = made.get(old) ?? { at: story.savedAt, byName: null }
      return { ...change, reason: reasons.get(old) ?? '', byName, at: at.toISOString() }
    }),
    direct: editChanges(own, base),
  }
}

async function nameOf(db: Reader, id: number | null): Promise<string> {
  if (id === null) return ''
  const [person] = await db.select({ name: people.name }).from(people).where(eq(people.id, id))
  return person?.name ?? ''
}
