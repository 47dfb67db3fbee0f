// Writing over real routes: drafts saved and refused, conflicts with both texts, the form without script, status and points.
import { afterAll, expect, test } from 'vitest'
import { draftOf } from '#app/newsroom/story/drafts.server.ts'
import { loader as draftPage, action as saveDraft } from '#app/routes/contributor/draft.ts'
import { loader as mine } from '#app/routes/contributor/my-stories.tsx'
import { action as begin, loader as beginPage } from '#app/routes/contributor/new-story.tsx'
import { action as savePoints } from '#app/routes/contributor/points.ts'
import { loader as status } from '#app/routes/contributor/status.tsx'
import { action as postForm, loader as write } from '#app/routes/contributor/write.tsx'
import { wordsFor } from '#app/words/words.ts'
import { copyOf, draftBy, storyIn } from '../../cast.ts'
import { closeDatabases } from '../../newsroom.ts'
import { form, jsonBody, openHouse } from './house.ts'

afterAll(closeDatabases)

const draft = {
  version: 2,
  headline: 'Bridge opens again',
  standfirst: 'It is open.',
  section: 'exercises',
  topics: ['border'],
  byline: { kind: 'pen', penName: 'Ana Most' },
  copy: copyOf('Words that were not there before.'),
  sources: 'The mayor.',
}

test('a draft begins by asking for it, with the hub one came from, and never by looking', async () => {
  const { db, cast, ask } = await openHouse()
  const page = await ask(beginPage, '/my/stories/new?topic=border', cast.reporter)
  expect(page.data).toMatchObject({ topic: 'border' })
  const begun = await ask(begin, '/my/stories/new', cast.reporter, form({ topic: 'border' }))
  expect(begun.status).toBe(303)
  const story = begun.location.split('/').at(-1) ?? ''
  expect((await draftOf(db, story, cast.reporter))?.content.topics).toEqual(['border'])
  const strange = await ask(begin, '/my/stories/new', cast.reporter, form({ topic: '../../etc' }))
  expect(strange.status).toBe(303)
  expect((await ask(mine, '/my/stories', cast.reporter)).data.stories).toHaveLength(2)
})

test('what is wrong with a save is said in the language of who saves, and names the field', async () => {
  const { db, cast, ask } = await openHouse()
  const story = await draftBy(db, cast.reporter)
  const wrong = {
    ...draft,
    headline: 'x'.repeat(201),
    byline: { kind: 'pen', penName: 'x'.repeat(61) },
    topics: Array.from({ length: 9 }, (_, at) => `topic-${at}`),
  }
  const said = async (language: string, what: object) => {
    const about = { params: { id: story }, ...jsonBody('PUT', what) }
    const answer = await ask(saveDraft, `/my/stories/${story}/draft`, { ...cast.reporter, language }, about)
    expect(answer.status).toBe(422)
    return (answer.data.faults as { message: string }[]).map(({ message }) => message)
  }
  expect(await said('en', wrong)).toEqual([
    'Headline: at most 200 characters.',
    'Topics: at most 8.',
    'Pen name: at most 60 characters.',
  ])
  expect(await said('bg', wrong)).toEqual([
    'Заглавие: най-много 200 знака.',
    'Теми: най-много 8.',
    'Псевдоним: най-много 60 знака.',
  ])
  expect(await said('bg', { ...draft, section: 'nowhere' })).toEqual(['Рубрика: изберете нещо от списъка.'])
  const note = copyOf('Words.')
  const marked = { ...note, content: [{ type: 'paragraph', content: [deskNote] }] }
  expect(await said('bg', { ...draft, copy: marked })).toEqual([wordsFor('bg').contributor.draftFaults['desk-only']])
  expect(await said('en', { ...draft, copy: { type: 'doc', content: [{ type: 'nonsense' }] } })).toContain(
    wordsFor('en').contributor.draftFaults.copy,
  )
  expect(await said('en', { ...draft, copy: copyOf('x'.repeat(600_000)) })).toEqual([
    wordsFor('en').contributor.draftFaults['too-large'],
  ])
})

const deskNote = { type: 'text', text: 'October 16', marks: [{ type: 'editorNote', attrs: { kind: 'ed' } }] }

test('a save answers with the new version after it was written', async () => {
  const { db, cast, ask } = await openHouse()
  const story = await draftBy(db, cast.reporter)
  const params = { id: story }
  const saved = await ask(saveDraft, `/my/stories/${story}/draft`, cast.reporter, { params, ...jsonBody('PUT', draft) })
  expect([saved.status, saved.data.version]).toEqual([200, 3])
  expect(saved.data.savedAt).toMatch(/^2026-11-24T12/)
  const page = await draftOf(db, story, cast.reporter)
  expect(page?.content).toMatchObject({ headline: 'Bridge opens again', byline: { kind: 'pen', penName: 'Ana Most' } })
})

test('a save on an older version is a conflict that shows the other text and changes nothing', async () => {
  const { db, cast, ask } = await openHouse()
  const story = await draftBy(db, cast.reporter)
  const params = { id: story }
  const path = `/my/stories/${story}/draft`
  await ask(saveDraft, path, cast.reporter, { params, ...jsonBody('PUT', draft) })
  const late = { ...draft, headline: 'From the other window', copy: copyOf('Other words.') }
  const refused = await ask(saveDraft, path, cast.reporter, { params, ...jsonBody('PUT', late) })
  expect([refused.status, refused.data.version]).toEqual([409, 3])
  expect(refused.data.theirs).toMatchObject({ headline: 'Bridge opens again', sources: 'The mayor.' })
  expect((await draftOf(db, story, cast.reporter))?.content.headline).toBe('Bridge opens again')
})

test('a faulty save says which part is faulty; broken JSON is no save', async () => {
  const { db, cast, ask } = await openHouse()
  const story = await draftBy(db, cast.reporter)
  const params = { id: story }
  const path = `/my/stories/${story}/draft`
  const scripted = { ...draft, copy: { type: 'doc', content: [{ type: 'script' }] } }
  const refused = await ask(saveDraft, path, cast.reporter, { params, ...jsonBody('PUT', scripted) })
  expect([refused.status, refused.data.faults]).toMatchObject([422, [{ path: 'content[0]' }, { path: '' }]])
  const extra = await ask(saveDraft, path, cast.reporter, {
    params,
    ...jsonBody('PUT', { ...draft, state: 'published' }),
  })
  expect(extra.status).toBe(422)
  const broken = await ask(saveDraft, path, cast.reporter, { params, method: 'PUT', body: '{' })
  expect(broken.status).toBe(400)
  const note = { type: 'text', text: 'x', marks: [{ type: 'editorNote', attrs: { kind: 'ed' } }] }
  const desk = { ...draft, copy: { type: 'doc', content: [{ type: 'paragraph', content: [note] }] } }
  expect((await ask(saveDraft, path, cast.reporter, { params, ...jsonBody('PUT', desk) })).status).toBe(422)
  expect((await draftOf(db, story, cast.reporter))?.story.version).toBe(2)
})

test('nobody else can save, read or even find a draft', async () => {
  const { db, cast, ask } = await openHouse()
  const story = await draftBy(db, cast.reporter)
  const params = { id: story }
  for (const who of [cast.otherReporter, cast.editor, cast.admin]) {
    const path = `/my/stories/${story}`
    expect((await ask(saveDraft, `${path}/draft`, who, { params, ...jsonBody('PUT', draft) })).status).toBe(404)
    expect((await ask(write, path, who, { params })).status).toBe(404)
    expect((await ask(status, `${path}/status`, who, { params })).status).toBe(404)
    expect((await ask(postForm, path, who, { params, ...form({ version: '2' }) })).status).toBe(404)
  }
  const json = { params, ...jsonBody('PUT', draft) }
  expect((await ask(saveDraft, `/my/stories/${story}/draft`, null, json)).status).toBe(401)
  expect((await ask(draftPage, `/my/stories/${story}/draft`, cast.reporter, { params })).status).toBe(405)
})

test('a story that is with the desk is not changed; its page leads to where it stands', async () => {
  const { db, cast, ask } = await openHouse()
  const story = await storyIn(db, cast, 'submitted')
  const params = { id: story }
  const json = { params, ...jsonBody('PUT', { ...draft, version: 3 }) }
  const refused = await ask(saveDraft, `/my/stories/${story}/draft`, cast.reporter, json)
  expect([refused.status, refused.data.theirs, refused.data.because]).toEqual([409, null, 'not-editable'])
  const page = await ask(write, `/my/stories/${story}`, cast.reporter, { params })
  expect([page.status, page.location]).toEqual([302, `/my/stories/${story}/status`])
})

test('saving too often is refused with the time to wait', async () => {
  const { db, cast, ask } = await openHouse()
  const story = await draftBy(db, cast.reporter)
  const params = { id: story }
  let last = 0
  for (let n = 0; n < 241; n++)
    last = (await ask(saveDraft, '/', cast.reporter, { params, method: 'PUT', body: '{' })).status
  const refused = await ask(saveDraft, '/', cast.reporter, { params, ...jsonBody('PUT', draft) })
  expect([last, refused.status]).toEqual([429, 429])
  expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(0)
})

const fields = {
  version: '2',
  headline: 'Plain headline',
  standfirst: 'Plain standfirst',
  place: 'Panagyurishte',
  date: '2026-11-24',
  section: 'history',
  topics: ['border'],
  byline: 'withheld',
  penName: '',
  sources: 'I saw it.',
  story: 'PANAGYURISHTE – The plain text.\n\n## More\n\n- one\n- two',
}

test('the form without script saves the same draft', async () => {
  const { db, cast, ask } = await openHouse()
  const story = await draftBy(db, cast.reporter)
  const params = { id: story }
  const saved = await ask(postForm, `/my/stories/${story}`, cast.reporter, {
    params,
    ...form({ ...fields, save: 'yes' }),
  })
  expect([saved.status, saved.location]).toEqual([303, `/my/stories/${story}?done=saved`])
  const content = (await draftOf(db, story, cast.reporter))?.content
  expect(content).toMatchObject({ headline: 'Plain headline', section: 'history', byline: { kind: 'withheld' } })
  expect(content?.copy.content.map((node) => node.type)).toEqual(['dateline', 'paragraph', 'heading', 'bulletList'])
  expect(content?.copy.content[0]?.attrs).toMatchObject({ place: 'Panagyurishte', date: '2026-11-24' })
})

test('the place of the form wins when it was changed, the text when it was not', async () => {
  const { db, cast, ask } = await openHouse()
  const story = await draftBy(db, cast.reporter)
  const params = { id: story }
  const place = async () => (await draftOf(db, story, cast.reporter))?.content.copy.content[0]?.attrs?.place
  await ask(postForm, `/my/stories/${story}`, cast.reporter, { params, ...form({ ...fields, place: 'Varna' }) })
  expect(await place()).toBe('Varna')
  const text = { ...fields, version: '3', place: 'Varna', story: 'RUSE, (TC) – Now elsewhere.' }
  await ask(postForm, `/my/stories/${story}`, cast.reporter, { params, ...form(text) })
  expect(await place()).toBe('RUSE')
})

test('the form sends after it saved, and says what is missing when it cannot', async () => {
  const { db, cast, ask } = await openHouse()
  const story = await draftBy(db, cast.reporter)
  const params = { id: story }
  const path = `/my/stories/${story}`
  const missing = await ask(postForm, path, cast.reporter, {
    params,
    ...form({ ...fields, headline: '', section: '', send: 'yes' }),
  })
  expect(missing.status).toBe(422)
  expect((missing.data.faults as { field: string }[]).map((fault) => fault.field)).toEqual(['headline', 'section'])
  expect(missing.data.values).toMatchObject({ story: fields.story })
  const sent = await ask(postForm, path, cast.reporter, { params, ...form({ ...fields, version: '3', send: 'yes' }) })
  expect([sent.status, sent.location]).toEqual([303, `${path}/status?done=submit`])
  const page = await ask(status, `${path}/status`, cast.reporter, { params })
  expect(page.data).toMatchObject({ story: { state: 'submitted', whoActs: 'desk' }, offered: ['takeBack', 'withdraw'] })
})

test('the form on an older version keeps both texts and overwrites nothing', async () => {
  const { db, cast, ask } = await openHouse()
  const story = await draftBy(db, cast.reporter)
  const params = { id: story }
  await ask(saveDraft, '/', cast.reporter, { params, ...jsonBody('PUT', draft) })
  const refused = await ask(postForm, `/my/stories/${story}`, cast.reporter, { params, ...form(fields) })
  expect(refused.status).toBe(409)
  expect(refused.data.values).toMatchObject({ headline: 'Plain headline', story: fields.story })
  expect(refused.data.theirs).toMatchObject({ headline: 'Bridge opens again' })
  expect((await draftOf(db, story, cast.reporter))?.content.headline).toBe('Bridge opens again')
})

test('ticks and answers are kept without sending, by the writer, while they are asked', async () => {
  const { db, cast, ask } = await openHouse()
  const story = await storyIn(db, cast, 'changes_requested')
  const params = { id: story }
  const look = async () => (await ask(status, '/', cast.reporter, { params })).data as { points: { id: number }[] }
  const point = String((await look()).points[0]?.id)
  const path = `/my/stories/${story}/points`
  const answer = form({ answered: point, done: point, answers: 'The mayor said so.' })
  const saved = await ask(savePoints, path, cast.reporter, { params, ...answer })
  expect([saved.status, saved.location]).toEqual([303, `/my/stories/${story}/status?done=answered#points`])
  expect(await look()).toMatchObject({ points: [{ done: true, answer: 'The mayor said so.' }], pointsOpen: 0 })
  expect((await ask(savePoints, path, cast.otherReporter, { params, ...answer })).status).toBe(404)
})
