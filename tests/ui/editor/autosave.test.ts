// When drafts are saved: quiet, longest wait, one at a time, back-off, and nothing forgotten.
import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  type Autosave,
  type AutosaveEvent,
  afterEvent,
  asksBeforeLeaving,
  hasUnsavedWords,
  isKept,
  keepPace,
  nextKeepAt,
  nextSaveAt,
  openedDraft,
  savePace,
  saveSign,
} from '#app/ui/editor/autosave.ts'

const keeping: AutosaveEvent = { type: 'keeping' }
const kept: AutosaveEvent = { type: 'kept' }

/** The same on a device that keeps copies. */
function walkOnDevice(...events: AutosaveEvent[]): Autosave {
  return events.reduce(afterEvent, openedDraft(4, 'on'))
}

function walk(...events: AutosaveEvent[]): Autosave {
  return events.reduce(afterEvent, openedDraft(4))
}

const changed = (at: number): AutosaveEvent => ({ type: 'changed', at })

test('an opened draft is saved and nothing is due', () => {
  const state = openedDraft(4)
  expect([nextSaveAt(state), hasUnsavedWords(state), saveSign(state)]).toEqual([null, false, 'saved'])
})

test('words are saved after three quiet seconds', () => {
  expect(nextSaveAt(walk(changed(1000)))).toBe(4000)
  expect(nextSaveAt(walk(changed(1000), changed(2500)))).toBe(5500)
})

test('who never pauses is saved after thirty seconds', () => {
  const typing = Array.from({ length: 40 }, (_, second) => changed(second * 1000))
  expect(nextSaveAt(walk(...typing))).toBe(savePace.longest)
})

test('one save is on its way at a time, and what is typed meanwhile is saved after it', () => {
  const meanwhile = walk(changed(0), { type: 'sent' }, changed(3500))
  expect([meanwhile.phase, nextSaveAt(meanwhile)]).toEqual(['saving', null])
  const after = afterEvent(meanwhile, { type: 'saved', version: 5 })
  expect([after.phase, after.version, nextSaveAt(after)]).toEqual(['waiting', 5, 6500])
})

test('a save that arrived leaves nothing unsaved', () => {
  const state = walk(changed(0), { type: 'sent' }, { type: 'saved', version: 5 })
  expect([saveSign(state), hasUnsavedWords(state), state.version]).toEqual(['saved', false, 5])
})

test('failures wait longer each time, up to a minute, and a save resets that', () => {
  let state = walk(changed(0))
  const waits: number[] = []
  for (let round = 0; round < 7; round++) {
    state = afterEvent(afterEvent(state, { type: 'sent' }), { type: 'failed', at: 0 })
    waits.push(nextSaveAt(state) ?? -1)
  }
  expect(waits).toEqual([2000, 4000, 8000, 16_000, 32_000, 60_000, 60_000])
  expect(saveSign(state)).toBe('not-saved')
  state = afterEvent(afterEvent(state, { type: 'sent' }), { type: 'saved', version: 5 })
  expect([state.failures, saveSign(state)]).toEqual([0, 'saved'])
})

test('a server that names its own wait is obeyed', () => {
  expect(nextSaveAt(walk(changed(0), { type: 'sent' }, { type: 'failed', at: 100, retryAfterMs: 9000 }))).toBe(9100)
})

test('typing while saving fails does not hurry the next try', () => {
  const failed = walk(changed(0), { type: 'sent' }, { type: 'failed', at: 5000 })
  const typed = afterEvent(failed, changed(5100))
  expect([typed.phase, nextSaveAt(typed)]).toEqual(['failed', 7000])
  expect(nextSaveAt(afterEvent(typed, { type: 'hurried', at: 5200 }))).toBe(5200)
})

test('signed out is asked again by and by, and on demand', () => {
  const state = walk(changed(0), { type: 'sent' }, { type: 'signed-out', at: 1000 })
  expect([nextSaveAt(state), saveSign(state)]).toEqual([11_000, 'not-saved'])
  expect(nextSaveAt(afterEvent(state, { type: 'hurried', at: 2000 }))).toBe(2000)
})

test('refused words wait for a change', () => {
  const state = walk(changed(0), { type: 'sent' }, { type: 'refused' })
  expect([nextSaveAt(state), saveSign(state)]).toEqual([null, 'not-saved'])
  expect(nextSaveAt(afterEvent(state, changed(9000)))).not.toBeNull()
})

test('a conflict waits for a person, who goes on from the version that was told', () => {
  const state = walk(changed(0), { type: 'sent' }, { type: 'conflict', version: 9 })
  expect([nextSaveAt(state), nextSaveAt(afterEvent(state, changed(5000))), hasUnsavedWords(state)]).toEqual([
    null,
    null,
    true,
  ])
  const mine = afterEvent(state, { type: 'settled', version: 9, changed: true, at: 6000 })
  expect([mine.version, mine.phase, nextSaveAt(mine)]).toEqual([9, 'waiting', 6000])
  const theirs = afterEvent(state, { type: 'settled', version: 9, changed: false, at: 6000 })
  expect([theirs.version, theirs.phase]).toEqual([9, 'saved'])
})

test('a story that cannot be changed any more is not tried again', () => {
  const state = walk(changed(0), { type: 'sent' }, { type: 'closed' })
  expect([nextSaveAt(state), hasUnsavedWords(state)]).toEqual([null, true])
})

test('the device keeps words after 400 quiet milliseconds, and every two seconds of typing', () => {
  expect(nextKeepAt(walkOnDevice(changed(1000)))).toBe(1000 + keepPace.idle)
  const typing = Array.from({ length: 30 }, (_, at) => changed(at * 100))
  expect(nextKeepAt(walkOnDevice(...typing))).toBe(keepPace.longest)
  expect(nextKeepAt(walk(changed(1000)))).toBeNull()
})

test('only words that are on the disk are said to be on this device', () => {
  const states = [changed(0), keeping, kept, changed(500)].map((_, at, all) => walkOnDevice(...all.slice(0, at + 1)))
  expect(states.map(saveSign)).toEqual(['saving', 'saving', 'on-device', 'saving'])
  const meanwhile = walkOnDevice(changed(0), keeping, changed(410), kept)
  expect([isKept(meanwhile), nextKeepAt(meanwhile)]).toEqual([false, 810])
})

test('without a connection the device’s copy is named, and it is loud only where there is none', () => {
  const offline: AutosaveEvent[] = [changed(0), { type: 'sent' }, { type: 'failed', at: 10 }]
  expect(saveSign(walkOnDevice(...offline, keeping, kept))).toBe('on-device')
  const refused = walkOnDevice(...offline, keeping, { type: 'not-kept', at: 400 })
  expect([saveSign(refused), nextKeepAt(refused)]).toEqual(['not-saved', 400 + keepPace.retry])
  expect(saveSign(walk(...offline))).toBe('not-saved')
  expect(saveSign(afterEvent(refused, { type: 'sent' }))).toBe('not-saved')
  expect(saveSign(afterEvent(afterEvent(refused, keeping), kept))).toBe('on-device')
})

test('who leaves is asked while words are nowhere else, or cannot go where they should', () => {
  expect(asksBeforeLeaving(openedDraft(4, 'on'))).toBe(false)
  expect(asksBeforeLeaving(walkOnDevice(changed(0)))).toBe(true)
  expect(asksBeforeLeaving(walkOnDevice(changed(0), keeping, kept))).toBe(false)
  expect(asksBeforeLeaving(walkOnDevice(changed(0), keeping, kept, { type: 'sent' }, { type: 'failed', at: 9 }))).toBe(
    true,
  )
})

test('what the server has needs no copy on the device', () => {
  const saved = walkOnDevice(changed(0), { type: 'sent' }, { type: 'saved', version: 5 })
  expect([nextKeepAt(saved), saveSign(saved)]).toEqual([null, 'saved'])
})

test('whatever happens in whatever order, words that no save held are never called saved', () => {
  const event = fc.oneof(
    fc.integer({ min: 0, max: 90_000 }).map(changed),
    fc.constantFrom<AutosaveEvent>(
      { type: 'sent' },
      { type: 'saved', version: 7 },
      { type: 'failed', at: 1 },
      { type: 'signed-out', at: 1 },
      { type: 'refused' },
      { type: 'hurried', at: 1 },
    ),
  )
  fc.assert(
    fc.property(fc.array(event, { maxLength: 40 }), (events) => {
      let state = openedDraft(1)
      let unsent = false // a change that no save has taken with it
      let carried = false // a change on its way
      for (const step of events) {
        // The shell sends when something is due or asked for, and hears an answer only while one is awaited.
        if (step.type === 'sent' && state.phase === 'saving') continue
        const isAnswer = ['saved', 'failed', 'signed-out', 'refused'].includes(step.type)
        if (isAnswer && state.phase !== 'saving') continue
        state = afterEvent(state, step)
        if (step.type === 'changed') unsent = true
        if (step.type === 'sent') [carried, unsent] = [carried || unsent, false]
        if (step.type === 'saved') carried = false
        if (isAnswer && step.type !== 'saved') [unsent, carried] = [unsent || carried, false]
        if (unsent || carried) expect(hasUnsavedWords(state)).toBe(true)
      }
    }),
  )
})
