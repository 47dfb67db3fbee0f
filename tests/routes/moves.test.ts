// POST /moves and /notes by form and by JSON: success goes back, a refusal keeps every word that was typed.
import { afterAll, expect, test } from 'vitest'
import { action, loader } from '#app/routes/moves.tsx'
import { action as noteAction } from '#app/routes/notes.tsx'
import type { Refusal } from '#app/ui/desk/refused-move.tsx'
import type { NoteRefusal } from '#app/ui/desk/refused-note.tsx'
import { castOf, draftBy, move, storyIn, versionOf } from '../cast.ts'
import { closeDatabases, freshDatabase } from '../newsroom.ts'
import { get, type Knock, type Opener, post, postJson } from './desk/knock.ts'

afterAll(closeDatabases)

async function house() {
  const database = await freshDatabase()
  const cast = await castOf(database.db)
  const { db } = database
  const knockAt = (story: string, knock: Partial<Knock>) => ({
    ...{ database, cast, who: cast.editor, params: { storyId: story } },
    ...knock,
  })
  const order = async (story: string, fields: Record<string, string | string[]>, knock: Partial<Knock> = {}) =>
    post(
      action as Opener,
      `/moves/${story}`,
      { version: String(await versionOf(db, story, cast.reporter)), ...fields },
      knockAt(story, knock),
    )
  return { db, cast, order, knockAt }
}

test('a made move goes back to where the form came from and says who was told', async () => {
  const { db, cast, order } = await house()
  const story = await storyIn(db, cast, 'submitted')
  const answer = await order(story, { move: 'claim', next: `/desk?tab=new&story=${story}` })
  expect(answer.status).toBe(303)
  expect(answer.headers.get('location')).toBe(`/desk?tab=new&story=${story}&done=claim&told=contributor.1`)
})

test('without a way back, desk moves lead to the desk and the reporter’s to the status page', async () => {
  const { db, cast, order } = await house()
  const story = await storyIn(db, cast, 'submitted')
  const claimed = await order(story, { move: 'claim', next: 'https://evil.example' })
  expect(claimed.headers.get('location')).toMatch(`/desk/stories/${story}?done=claim`)
  const withdrawn = await order(story, { move: 'withdraw' }, { who: cast.reporter })
  expect(withdrawn.headers.get('location')).toMatch(`/my/stories/${story}/status?done=withdraw`)
})

test('a form with faults comes back with 422, its faults at the fields and everything typed', async () => {
  const { db, cast, order } = await house()
  const story = await storyIn(db, cast, 'in_review')
  const answer = await order(story, { move: 'decline', note: 'Who told you?', next: `/desk/stories/${story}` })
  expect(answer.status).toBe(422)
  const refusal = (await answer.json()) as Refusal
  expect(refusal.faults).toEqual([{ field: 'reasons', message: 'Choose at least one reason.' }])
  expect(refusal.typed.note).toBe('Who told you?')
  expect(refusal.back).toBe(`/desk/stories/${story}`)
  expect(refusal.story.offered).toContain('decline')
})

test('what the schema refuses is kept too, lists and all', async () => {
  const { db, cast, order } = await house()
  const story = await storyIn(db, cast, 'in_review')
  const points = 'Name the source.\nAsk the mayor.'
  const answer = await order(story, { move: 'requestChanges', points, days: '0', reasons: ['needs-source', 'odd'] })
  expect(answer.status).toBe(422)
  const refusal = (await answer.json()) as Refusal
  expect(refusal.faults.map(({ field }) => field)).toEqual(['days'])
  expect(refusal.typed).toMatchObject({ points, days: '0', reasons: ['needs-source', 'odd'] })
})

test('an order on an old version is refused with 409; the form comes back with the new version and the words', async () => {
  const { db, cast, order } = await house()
  const story = await storyIn(db, cast, 'in_review')
  const old = String(await versionOf(db, story, cast.reporter))
  await move(db, cast, cast.editor, story, 'placeHold', { hold: 'legal', deskNote: 'Wait.' })
  const fields = { move: 'requestChanges', version: old, points: 'Name the source.' }
  const answer = await order(story, fields)
  expect(answer.status).toBe(409)
  const refusal = (await answer.json()) as Refusal
  expect(refusal).toMatchObject({ because: 'changed', by: 'Day editor', typed: { points: 'Name the source.' } })
  const again = await order(story, { ...fields, version: String(refusal.story.version) })
  expect(again.status).toBe(303)
})

test('who is slower reads who was faster, and keeps the words', async () => {
  const { db, cast, order } = await house()
  const story = await storyIn(db, cast, 'declined')
  const answer = await order(story, { move: 'requestChanges', points: 'Name the source.' })
  expect(answer.status).toBe(409)
  const refusal = (await answer.json()) as Refusal
  expect(refusal).toMatchObject({ because: 'already-moved', by: 'Day editor', typed: { points: 'Name the source.' } })
  expect(refusal.story.offered).not.toContain('requestChanges')
})

test('a rejection by the holder alone is refused with 403 and a way for spam', async () => {
  const { db, cast, order } = await house()
  const story = await storyIn(db, cast, 'in_review')
  const fields = { move: 'reject', reasons: ['advert'], note: 'No.' }
  const answer = await order(story, fields)
  expect(answer.status).toBe(403)
  expect(await answer.json()).toMatchObject({
    because: 'second-person',
    story: { spamOnly: true },
    typed: { note: 'No.' },
  })
  expect((await order(story, { ...fields, spam: 'on' })).status).toBe(303)
})

test('sending an unready story names what is missing', async () => {
  const { db, cast, order } = await house()
  const story = await draftBy(db, cast.reporter, '')
  const answer = await order(story, { move: 'submit' }, { who: cast.reporter })
  expect(answer.status).toBe(422)
  const refusal = (await answer.json()) as Refusal
  expect(refusal.faults).toContainEqual({ field: '', message: 'Write a headline.' })
  expect(refusal.story.own).toBe(true)
})

test('a stranger learns nothing, whatever the form says', async () => {
  const { db, cast, order, knockAt } = await house()
  const story = await draftBy(db, cast.reporter)
  for (const name of ['claim', 'nonsense', 'withdraw'])
    expect((await order(story, { move: name }, { who: cast.editor })).status).toBe(404)
  const sent = await storyIn(db, cast, 'submitted')
  for (const name of ['claim', 'nonsense'])
    expect((await order(sent, { move: name }, { who: cast.otherReporter })).status).toBe(404)
  expect((await order(sent, { move: 'claim' }, { who: null })).status).toBe(401)
  const page = await get(loader as Opener, `/moves/${sent}`, knockAt(sent, { who: cast.otherReporter }))
  expect(Object.keys(page as object).sort()).toEqual(['person', 'title'])
})

test('JSON is answered with state, version and who was told, or with a reason', async () => {
  const { db, cast, knockAt } = await house()
  const story = await storyIn(db, cast, 'submitted')
  const version = await versionOf(db, story, cast.reporter)
  const send = (body: unknown) => postJson(action as Opener, `/moves/${story}`, body, knockAt(story, {}))
  const claimed = await send({ move: 'claim', version })
  expect(claimed.status).toBe(200)
  expect(await claimed.json()).toMatchObject({ ok: true, state: 'in_review', version: version + 1 })
  const late = await send({ move: 'approve', version })
  expect(late.status).toBe(409)
  expect(await late.json()).toMatchObject({ because: 'changed', by: 'Day editor' })
  const faulty = await send({ move: 'decline', version: version + 1 })
  expect(faulty.status).toBe(422)
  expect(await faulty.json()).toMatchObject({ because: 'faults', faults: [{ field: 'reasons' }, { field: 'note' }] })
})

test('a message goes to its thread; one that cannot be sent comes back word for word', async () => {
  const { db, cast, knockAt } = await house()
  const story = await storyIn(db, cast, 'in_review')
  const send = (fields: Record<string, string>) =>
    post(noteAction as Opener, `/notes/${story}`, fields, knockAt(story, {}))
  const sent = await send({ text: 'Who counted?', for: 'shared', next: `/desk/stories/${story}` })
  expect(sent.status).toBe(303)
  expect(sent.headers.get('location')).toBe(`/desk/stories/${story}?done=note#messages`)
  const text = 'a'.repeat(5001)
  const back = await send({ text, for: 'desk' })
  expect(back.status).toBe(422)
  expect((await back.json()) as NoteRefusal).toMatchObject({ because: 'too-long', text, audience: 'desk' })
  expect((await send({ text: '  ' })).status).toBe(422)
})
