// Figures: random histories counted by the clock in any portions, against the definitions computed by brute force.
import { eq } from 'drizzle-orm'
import { afterAll, expect, test } from 'vitest'
import { countFigures, figuresOf } from '#app/newsroom/desk/figures.server.ts'
import { bucketOf, median, medianSpan, spanOf, type summaryOf, weekOf, weeksFrom } from '#app/newsroom/desk/figures.ts'
import { newPublicId } from '#app/newsroom/story/public-id.server.ts'
import type { Database } from '#db/client.ts'
import { deskLog } from '#db/schema/desk.ts'
import { figureTallies } from '#db/schema/figures.ts'
import { sections } from '#db/schema/outlet.ts'
import { type StoryState, stories } from '#db/schema/story.ts'
import { type Cast, castOf, copyOf, later, move, NOON, storyIn } from '../../cast.ts'
import { closeDatabases, freshDatabase } from '../../newsroom.ts'

afterAll(closeDatabases)

const DAY = 86_400_000
const LATER = later(60 * 24)

// --- Random histories ---

type Event = { story: number; move: string; to: StoryState; by: number | null; at: Date; told: string[] }
type Story = { id: number; owner: number; sectionId: number; hours: number; events: Event[] }

/** A small generator that gives the same numbers for the same seed. */
function dice(seed: number) {
  let state = seed
  return (below: number) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return Math.floor((state / 2 ** 32) * below)
  }
}

/** What may follow, as far as figures care: [move, state it leads to, who]. */
type Step = [move: string, to: StoryState, who: 'owner' | 'editor' | 'clock']
const steps: Record<string, Step[]> = {
  draft: [['submit', 'submitted', 'owner']],
  submitted: [
    ['claim', 'in_review', 'editor'],
    ['takeBack', 'draft', 'owner'],
    ['decline', 'declined', 'editor'],
    ['reject', 'rejected', 'editor'],
    ['withdraw', 'withdrawn', 'owner'],
  ],
  in_review: [
    ['requestChanges', 'changes_requested', 'editor'],
    ['sendForSignOff', 'awaiting_sign_off', 'editor'],
    ['approve', 'approved', 'editor'],
    ['approve', 'in_review', 'editor'], // the first of two approvals
    ['decline', 'declined', 'editor'],
    ['reject', 'rejected', 'editor'],
    ['release', 'submitted', 'clock'],
  ],
  changes_requested: [
    ['resubmit', 'in_review', 'owner'],
    ['lapse', 'declined', 'clock'],
  ],
  awaiting_sign_off: [
    ['agree', 'approved', 'owner'],
    ['object', 'in_review', 'owner'],
    ['overrideSignOff', 'approved', 'clock'],
  ],
  approved: [
    ['reopen', 'in_review', 'editor'],
    ['publish', 'published', 'editor'],
  ],
  declined: [
    ['revise', 'draft', 'owner'],
    ['revertDecision', 'submitted', 'editor'],
    ['appeal', 'submitted', 'owner'],
  ],
  rejected: [
    ['revertDecision', 'submitted', 'editor'],
    ['appeal', 'submitted', 'owner'],
  ],
}

async function randomHistory(db: Database, cast: Cast, seed: number, many: number): Promise<Story[]> {
  const roll = dice(seed)
  const all = await db.select().from(sections)
  const owners = [cast.reporter.id, cast.otherReporter.id]
  const editors = [cast.editor.id, cast.otherEditor.id, cast.admin.id]
  const made: Story[] = []
  for (let i = 0; i < many; i++) {
    const section = all[roll(all.length)]
    const owner = owners[roll(owners.length)] ?? 0
    if (!section) throw new Error('no section')
    const [row] = await db.transaction((tx) =>
      tx
        .insert(stories)
        .values({
          publicId: newPublicId(),
          ownerId: owner,
          sectionId: section.id,
          copy: copyOf('Words.'),
          enteredAt: NOON,
          createdAt: NOON,
          savedAt: NOON,
        })
        .returning({ id: stories.id }),
    )
    const story: Story = {
      id: row?.id ?? 0,
      owner,
      sectionId: section.id,
      hours: section.answerWithinHours,
      events: [],
    }
    let state: StoryState = 'draft'
    let at = NOON.getTime() - (5 + roll(75)) * DAY
    for (let step = 0; step < 3 + roll(9); step++) {
      const possible: Step[] = steps[state] ?? []
      const next: Step | undefined = possible[roll(possible.length)]
      if (!next) break
      at += 60_000 * (1 + roll(60 * 24 * 4))
      if (at > NOON.getTime()) break
      const [move, to, who] = next
      const by = who === 'owner' ? owner : who === 'clock' ? null : (editors[roll(editors.length)] ?? null)
      const told = move === 'reject' && roll(3) === 0 ? [] : ['contributor:x:1:0']
      story.events.push({ story: story.id, move, to, by, at: new Date(at), told })
      state = to
    }
    made.push(story)
  }
  // Into the log as they happened: stories mixed, in the order of time.
  const events = made.flatMap((story) => story.events).sort((a, b) => a.at.getTime() - b.at.getTime())
  for (let from = 0; from < events.length; from += 100)
    await db.transaction((tx) =>
      tx
        .insert(deskLog)
        .values(
          events.slice(from, from + 100).map(({ story, move, to, by, at, told }) => ({
            storyId: story,
            move,
            toState: to,
            byId: by,
            at,
            told,
            reasons: [],
            version: 1,
          })),
        )
        .returning({ id: deskLog.id }),
    )
  return made
}

// --- The definitions, once more and in another way ---

type Counted = {
  week: number
  section: number
  by: number | null
  took: number
  what: string
  rounds: number
  late: boolean
}

/** Every countable thing of a story: undone decisions are not among them. */
function countable(story: Story): Counted[] {
  const first = story.events.find((event) => event.move === 'submit')
  if (!first) return []
  const of = (event: Event, what: string): Counted => ({
    week: weekOf(event.at).getTime(),
    section: story.sectionId,
    by: event.by === story.owner ? null : event.by,
    took: event.at.getTime() - first.at.getTime(),
    what,
    rounds:
      1 + story.events.slice(0, story.events.indexOf(event)).filter((e) => /^(resubmit|revise)$/.test(e.move)).length,
    late: event.at.getTime() - first.at.getTime() > story.hours * 3_600_000,
  })
  const isSpam = (event: Event) => event.move === 'reject' && event.told.length === 0
  const answer = story.events.find(
    (event) => /^(changes_requested|awaiting_sign_off|approved|declined|rejected)$/.test(event.to) && !isSpam(event),
  )
  // Undone: of the decisions and undoings after it, the first is an undoing.
  const decisions = story.events.filter((event, i) => {
    const next = story.events.slice(i + 1).find((later) => isDecision(later) || isUndoing(later))
    return isDecision(event) && !(next && isUndoing(next))
  })
  return [
    of(first, 'intake'),
    ...(answer ? [of(answer, 'answer')] : []),
    ...decisions.map((event) => of(event, isSpam(event) ? 'spam' : event.to === 'approved' ? 'accepted' : event.to)),
  ]
}

function isDecision({ move, to }: Event): boolean {
  return /^(decline|lapse|reject)$/.test(move) || (/^(approve|agree|overrideSignOff)$/.test(move) && to === 'approved')
}

function isUndoing({ move }: Event): boolean {
  return move === 'revertDecision' || move === 'reopen'
}

function expected(all: Counted[]) {
  const n = (what: string) => all.filter((one) => one.what === what).length
  const decided = all.filter((one) => /^(accepted|declined|rejected)$/.test(one.what))
  const answers = all.filter((one) => one.what === 'answer')
  const few = decided.length < 5
  return {
    counts: [
      n('intake'),
      n('spam'),
      n('answer'),
      answers.filter((one) => one.late).length,
      n('accepted'),
      n('declined'),
      n('rejected'),
    ],
    acceptance: few ? null : n('accepted') / decided.length,
    rounds: few ? null : decided.reduce((sum, one) => sum + one.rounds, 0) / decided.length,
    firstAnswerMs: median(answers.map((one) => one.took)),
    decisionMs: median(decided.map((one) => one.took)),
  }
}

type Got = ReturnType<typeof summaryOf>

function agrees(got: Got, want: ReturnType<typeof expected>, where: string) {
  const { intake, spam, answered, late, accepted, declined, rejected, acceptance, rounds } = got
  expect([where, intake, spam, answered, late, accepted, declined, rejected]).toEqual([where, ...want.counts])
  expect([where, acceptance, rounds]).toEqual([where, want.acceptance, want.rounds])
  for (const what of ['firstAnswerMs', 'decisionMs'] as const) {
    const [is, should] = [got[what], want[what]]
    expect([where, what, is === null]).toEqual([where, what, should === null])
    if (is !== null && should !== null)
      expect(Math.abs(is - should), `${where} ${what}`).toBeLessThanOrEqual(should * 0.055 + 60_000)
  }
}

test.each([1, 2, 3, 4])('random histories (%i): every figure is what its definition says', async (seed) => {
  const { db } = await freshDatabase()
  const cast = await castOf(db)
  const made = await randomHistory(db, cast, seed * 7919, 120)
  const roll = dice(seed)
  // In portions of any size, as the clock comes by; a portion more changes nothing.
  for (let counted = -1; counted !== 0; ) counted = await countFigures(db, LATER, 1 + roll(90))
  expect(await countFigures(db, LATER)).toBe(0)
  const all = made.flatMap(countable)
  const names = new Map((await db.select().from(sections)).map(({ name, id }) => [name, id]))
  for (const [period, weeks] of [
    ['month', 4],
    ['quarter', 13],
    ['year', 52],
  ] as const) {
    const from = weeksFrom(weekOf(NOON), 1 - weeks).getTime()
    const seen = all.filter((one) => one.week >= from)
    const figures = await figuresOf(db, period, cast.admin, NOON)
    agrees(figures.all, expected(seen), `${period} all`)
    for (const section of figures.sections)
      agrees(
        section,
        expected(seen.filter((one) => one.section === names.get(section.name))),
        `${period} ${section.name}`,
      )
    const staff = [cast.editor, cast.otherEditor, cast.admin]
    for (const person of figures.people) {
      const id = staff.find((one) => one.name === person.name)?.id
      agrees(person, { ...expected(seen.filter((one) => one.by === id)) }, `${period} ${person.name}`)
    }
    expect(figures.weeks).toHaveLength(weeks)
    for (const week of figures.weeks) {
      const [intake, spam, answered, late, accepted, declined, rejected] = expected(
        seen.filter((one) => one.week === Date.parse(week.week)),
      ).counts
      expect(week).toEqual({ week: week.week, intake, spam, answered, late, accepted, declined, rejected })
    }
  }
})

test('a real walk is counted: sent, answered, decided, and taken back when it is undone', async () => {
  const { db } = await freshDatabase()
  const cast = await castOf(db)
  const story = await storyIn(db, cast, 'declined')
  const now = async () => (await figuresOf(db, 'month', cast.editor, LATER)).all
  await countFigures(db, LATER)
  expect(await now()).toMatchObject({ intake: 1, answered: 1, declined: 1, accepted: 0, acceptance: null })
  expect(await move(db, cast, cast.otherEditor, story, 'revertDecision', { deskNote: 'A slip.' })).toMatchObject({
    ok: true,
  })
  await countFigures(db, LATER)
  expect(await now()).toMatchObject({ intake: 1, answered: 1, declined: 0, waiting: 1, lateNow: 0 })
  expect((await figuresOf(db, 'month', cast.editor, later(60 * 24 * 9))).all).toMatchObject({ waiting: 1, lateNow: 1 })
})

test('an editor sees every section and only their own numbers; an admin sees everybody’s', async () => {
  const { db } = await freshDatabase()
  const cast = await castOf(db)
  await randomHistory(db, cast, 11, 60)
  await countFigures(db, LATER)
  const [mine, all] = await Promise.all([
    figuresOf(db, 'year', cast.editor, NOON),
    figuresOf(db, 'year', cast.admin, NOON),
  ])
  expect(mine.people.map(({ name, me }) => [name, me])).toEqual([[cast.editor.name, true]])
  expect(all.people.map(({ name }) => name)).toEqual([cast.editor.name, cast.otherEditor.name, cast.admin.name])
  expect(mine.sections).toEqual(all.sections)
  expect(mine.people[0]).toEqual({ ...all.people[0], me: true })
})

test('what was written a moment ago is counted once its neighbours have settled', async () => {
  const { db } = await freshDatabase()
  const cast = await castOf(db)
  await storyIn(db, cast, 'in_review')
  expect(await countFigures(db, later(0))).toBe(0)
  expect(await countFigures(db, later(1))).toBe(2)
})

test('two clocks at once count each row once', async () => {
  const { db } = await freshDatabase()
  const cast = await castOf(db)
  await randomHistory(db, cast, 5, 40)
  await Promise.all([countFigures(db, LATER), countFigures(db, LATER), countFigures(db, LATER)])
  const counted = await figuresOf(db, 'year', cast.admin, NOON)
  const sent = (await db.select().from(deskLog)).filter((row) => row.move === 'submit').map((row) => row.storyId)
  expect(counted.all.intake).toBe(new Set(sent).size)
  expect(await db.select().from(figureTallies).where(eq(figureTallies.scope, 'all'))).not.toEqual([])
})

test('a span read back from its bucket is right to five in a hundred, and medians of few are not told', () => {
  for (let ms = 60_000; ms < 400 * DAY; ms = Math.ceil(ms * 1.013)) {
    const back = spanOf(bucketOf(ms))
    expect(Math.abs(back - ms)).toBeLessThanOrEqual(ms * 0.05 + 60_000)
  }
  expect(median([1, 2, 3, 4])).toBeNull()
  expect(median([5, 1, 4, 2, 3])).toBe(3)
  expect(medianSpan(new Map([[10, 4]]))).toBeNull()
  expect(
    medianSpan(
      new Map([
        [10, 3],
        [20, 2],
      ]),
    ),
  ).toBe(spanOf(10))
})

test('weeks begin on Mondays', () => {
  expect(weekOf(new Date('2026-11-24T12:00:00Z')).toISOString()).toBe('2026-11-23T00:00:00.000Z')
  expect(weekOf(new Date('2026-11-23T00:00:00Z')).toISOString()).toBe('2026-11-23T00:00:00.000Z')
  expect(weekOf(new Date('2026-11-22T23:59:59Z')).toISOString()).toBe('2026-11-16T00:00:00.000Z')
})
