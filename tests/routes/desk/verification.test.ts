// The door of a story's checks: what it records, what comes back with a refusal, and who finds nothing behind it.
import { eq } from 'drizzle-orm'
import { afterAll, expect, test } from 'vitest'
import type { VerificationPage } from '#app/newsroom/desk/verification.ts'
import { loader as review } from '#app/routes/desk/review.tsx'
import { action, loader } from '#app/routes/desk/verification.tsx'
import { sections } from '#db/schema/outlet.ts'
import { castOf, draftBy, move, storyIn, versionOf } from '../../cast.ts'
import { closeDatabases, freshDatabase } from '../../newsroom.ts'
import { get, type Knock, type Opener, post } from './knock.ts'

afterAll(closeDatabases)

async function desk() {
  const database = await freshDatabase()
  const cast = await castOf(database.db)
  await database.db.transaction((tx) =>
    tx
      .update(sections)
      .set({ checklist: ['source', 'date'] })
      .where(eq(sections.slug, 'exercises'))
      .returning({ id: sections.id }),
  )
  const knock = (id: string, more: Partial<Knock> = {}): Knock => ({
    database,
    cast,
    who: cast.editor,
    params: { id },
    ...more,
  })
  const send = (id: string, fields: Record<string, string>, more: Partial<Knock> = {}) =>
    post(action as Opener, `/desk/stories/${id}/verification`, fields, knock(id, more))
  const look = (id: string, more: Partial<Knock> = {}) =>
    get(loader as Opener, `/desk/stories/${id}/verification`, knock(id, more))
  return { db: database.db, cast, send, look, knock }
}

const done = { act: 'check', check: 'source', state: 'done', words: 'Rang the mayor.', seen: '' }

test('a check is recorded and leads back to the story, where it stands with its evidence', async () => {
  const { db, cast, send, knock } = await desk()
  const story = await storyIn(db, cast, 'in_review')
  const answer = await send(story, done)
  expect(answer.status).toBe(303)
  expect(answer.headers.get('location')).toBe(`/desk/stories/${story}?verified=check#verification`)
  const { verification } = (await get(review as Opener, `/desk/stories/${story}`, knock(story))) as {
    verification: VerificationPage
  }
  expect(verification.verification.checks[0]).toMatchObject({ state: 'done', evidence: 'Rang the mayor.' })
  expect(verification.may).toBe(true)
})

test('a refusal comes back with the sentence and with what was typed', async () => {
  const { db, cast, send } = await desk()
  const story = await storyIn(db, cast, 'in_review')
  const empty = await send(story, { ...done, words: '' })
  expect(empty.status).toBe(422)
  expect(await empty.json()).toMatchObject({
    act: 'check',
    check: 'source',
    state: 'done',
    faults: [{ field: 'words' }],
  })
  await send(story, done)
  const stale = await send(story, { ...done, words: 'I asked too.' })
  expect(stale.status).toBe(409)
  expect(await stale.json()).toMatchObject({ words: 'I asked too.' })
  expect((await send(story, { act: 'override', words: '' })).status).toBe(422)
  expect((await send(story, { act: 'override', words: 'It burns.' })).status).toBe(303)
  expect((await send(story, { act: 'override', words: 'It burns.' })).status).toBe(409)
  expect((await send(story, { act: 'revoke' })).status).toBe(303)
  expect((await send(story, { act: 'revoke' })).status).toBe(409)
  expect((await send(story, { act: 'sing' })).status).toBe(422)
})

test('drafts and an editor’s own story have no such page, and the story’s page shows its writer no checks', async () => {
  const { db, cast, look, send, knock } = await desk()
  const draft = await draftBy(db, cast.reporter)
  expect(await look(draft)).toMatchObject({ status: 404 })
  expect((await send(draft, done)).status).toBe(404)
  const own = await draftBy(db, cast.editor, 'By an editor')
  await move(db, cast, cast.editor, own, 'submit', { version: await versionOf(db, own, cast.editor) })
  expect((await send(own, done, { who: cast.otherEditor })).status).toBe(303)
  expect(await look(own)).toMatchObject({ status: 404 })
  expect((await send(own, done)).status).toBe(404)
  expect(await get(review as Opener, `/desk/stories/${own}`, knock(own))).toMatchObject({ verification: null })
})
