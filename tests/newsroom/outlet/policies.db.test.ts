// Policies: what readers get of them, and that each version stays with who wrote it and when.
import { afterAll, beforeEach, expect, test } from 'vitest'
import { outletOf, saveOutlet } from '#app/newsroom/outlet/outlet.server.ts'
import { policyHistory } from '#app/newsroom/outlet/policies.server.ts'
import type { OutletSettings } from '#app/newsroom/outlet/settings.ts'
import { policyPage, reportingPage } from '#app/newsroom/press/about-pages.server.ts'
import { paperFrame } from '#app/newsroom/press/paper-frame.server.ts'
import type { Database } from '#db/client.ts'
import { type Cast, castOf, later, NOON } from '../../cast.ts'
import { closeDatabases, freshDatabase } from '../../newsroom.ts'

let db: Database
let cast: Cast
beforeEach(async () => {
  db = (await freshDatabase()).db
  cast = await castOf(db)
})
afterAll(closeDatabases)

async function save(policies: Partial<OutletSettings['policies']>, who = cast.admin, when = NOON) {
  const settings = await outletOf(db)
  return saveOutlet(db, { ...settings, policies: { ...settings.policies, ...policies } }, who, when)
}

test('a policy that says nothing has no page and no link; neither has any other word', async () => {
  await save({ safety: ['Stay away.'] })
  for (const name of ['ethics', 'safety', 'agreement', 'no-such', '', '__proto__'])
    expect(await policyPage(db, name)).toBeNull()
  expect((await paperFrame(db)).outlet.policies).toEqual([])
  await save({ ethics: ['We say who we are.'] }, cast.admin, later(5))
  expect((await paperFrame(db)).outlet.policies).toEqual(['ethics'])
  expect(await policyPage(db, 'ethics')).toMatchObject({
    policy: 'ethics',
    html: '<p>We say who we are.</p>',
    summary: 'We say who we are.',
    changedAt: later(5).toISOString(),
  })
  await save({ ethics: [] }, cast.admin, later(6))
  expect(await policyPage(db, 'ethics')).toBeNull()
})

test('a policy has headings, lists and links on its page, below the heading that it stands under elsewhere', async () => {
  const privacy = ['## What we keep', '- nothing\n- *less*', 'See [the rest](/policies/ethics). <b>']
  await save({ privacy, safety: privacy })
  const html =
    '<ul><li>nothing</li><li><strong>less</strong></li></ul><p>See <a href="/policies/ethics" rel="noopener noreferrer">the rest</a>. &lt;b&gt;</p>'
  expect(await policyPage(db, 'privacy')).toMatchObject({
    html: `<h2>What we keep</h2>${html}`,
    summary: 'nothing\nless',
  })
  expect((await reportingPage(db, null, NOON)).policies).toMatchObject({
    safety: `<h3>What we keep</h3>${html}`,
    agreement: '',
  })
})

test('each change is a version with its author; saving the same again is none', async () => {
  await save({ ethics: ['One.'], privacy: ['Two.'] })
  await save({ ethics: ['One.'] }, cast.admin, later(1))
  await save({ ethics: ['One and a half.'] }, cast.admin, later(2))
  const history = await policyHistory(db, 10)
  expect(history.map(({ policy, paragraphs, at }) => [policy, paragraphs, at])).toEqual([
    ['ethics', ['One and a half.'], later(2)],
    ['privacy', ['Two.'], NOON],
    ['ethics', ['One.'], NOON],
  ])
  expect(new Set(history.map(({ by }) => by))).toEqual(new Set([cast.admin.name]))
  expect(await policyHistory(db, 1)).toHaveLength(1)
})

test('who is no admin changes nothing and leaves no version', async () => {
  expect(await save({ ethics: ['Mine.'] }, cast.editor)).toEqual({ ok: false, because: 'not-allowed' })
  expect(await policyHistory(db, 10)).toEqual([])
  expect(await policyPage(db, 'ethics')).toBeNull()
})
