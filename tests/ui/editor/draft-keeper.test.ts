// No word that a window called safe is ever lost: two windows, a network that loses things, a device that fills up.
import fc from 'fast-check'
import { afterAll, expect, test } from 'vitest'
import { closeDatabases } from '../../newsroom.ts'
import { isPromised, openDevice, settle, type, type Window } from './two-windows.ts'

afterAll(closeDatabases)

type Device = Awaited<ReturnType<typeof openDevice>>

/** Saves until nothing is on its way and every choice is made. */
async function calm({ arrive, land }: Device, window: Window, choose: 'mine' | 'theirs' = 'mine') {
  for (let round = 0; round < 40; round++) {
    if (window.keeper.view().choice) void window.keeper.choose(choose)
    if (window.flights.length === 0) void window.keeper.send()
    await settle()
    await arrive(window)
    await land(window, { lost: false })
    const { state, choice } = window.keeper.view()
    if (state.phase === 'saved' && window.flights.length === 0 && !choice) return
  }
  throw new Error(`no calm: ${JSON.stringify(window.keeper.view().state)}`)
}

test('two windows in different paragraphs end with one text, and nobody is asked', async () => {
  const house = await openDevice(6)
  const [one, two] = [await house.openWindow(), await house.openWindow()]
  type(one, 0, true, 'aaaa')
  type(two, 4, true, 'bbbb')
  await calm(house, one)
  await calm(house, two)
  expect(two.keeper.view().told).toBe('merged')
  expect(await house.serverText()).toMatch(/aaaa.*bbbb/)
  type(one, 0, true, 'cccc')
  await calm(house, one)
  expect(JSON.stringify(one.words)).toMatch(/aaaa cccc.*bbbb/)
})

test('the same sentence in two windows is a choice, and the other text is kept beside the draft', async () => {
  const house = await openDevice(3)
  const [one, two] = [await house.openWindow(), await house.openWindow()]
  type(one, 1, true, 'aaaa')
  type(two, 1, true, 'bbbb')
  await calm(house, one)
  void two.keeper.send()
  await settle()
  await house.arrive(two)
  await house.land(two, { lost: false })
  expect(JSON.stringify(two.keeper.view().choice?.mine)).toContain('bbbb')
  expect(JSON.stringify(two.keeper.view().choice?.theirs)).toContain('aaaa')
  await calm(house, two, 'mine')
  expect(await house.serverText()).toMatch(/bbbb/)
  expect(await house.serverText()).not.toMatch(/aaaa/)
  expect(await house.heldText()).toMatch(/aaaa/)
  expect(JSON.stringify(two.keeper.view().leftOver)).toContain('aaaa')
})

test('a save whose answer was lost is no conflict, whatever was typed after it', async () => {
  const house = await openDevice(2)
  const one = await house.openWindow()
  type(one, 0, true, 'aaaa')
  void one.keeper.send()
  await settle()
  await house.arrive(one)
  type(one, 0, true, 'bbbb')
  await house.land(one, { lost: true })
  await calm(house, one)
  expect(one.keeper.view().choice).toBeNull()
  expect(await house.serverText()).toContain('ends aaaa bbbb')
})

test('a window that died leaves its words to the next one, once', async () => {
  const house = await openDevice(2)
  const one = await house.openWindow()
  type(one, 0, true, 'aaaa')
  await one.keeper.keep()
  await house.kill(one, { arrives: false })
  const two = await house.openWindow()
  expect(two.keeper.view().told).toBe('taken-up')
  expect(JSON.stringify(two.words)).toContain('ends aaaa')
  await calm(house, two)
  expect((await house.serverText()).match(/aaaa/g)).toHaveLength(1)
  expect(house.disk.size).toBe(0)
})

test('a window that died with its save under way leaves no second copy of the words', async () => {
  const house = await openDevice(2)
  const one = await house.openWindow()
  type(one, 0, true, 'aaaa')
  void one.keeper.send()
  await settle()
  await house.kill(one, { arrives: true })
  const two = await house.openWindow()
  type(two, 0, true, 'bbbb')
  await calm(house, two)
  expect(await house.serverText()).toContain('ends aaaa bbbb')
  expect((await house.serverText()).match(/aaaa/g)).toHaveLength(1)
})

test('whatever happens in two windows, nothing that one of them called safe is lost', {
  timeout: 240_000,
}, async () => {
  const at = fc.nat(1)
  const step = fc.oneof(
    {
      weight: 6,
      arbitrary: fc.record({ do: fc.constant('type' as const), at, paragraph: fc.nat(3), end: fc.boolean() }),
    },
    { weight: 3, arbitrary: fc.record({ do: fc.constant('keep' as const), at }) },
    { weight: 4, arbitrary: fc.record({ do: fc.constant('send' as const), at }) },
    { weight: 5, arbitrary: fc.record({ do: fc.constant('arrive' as const), at }) },
    { weight: 5, arbitrary: fc.record({ do: fc.constant('land' as const), at, lost: fc.boolean() }) },
    { weight: 2, arbitrary: fc.record({ do: fc.constant('choose' as const), at, mine: fc.boolean() }) },
    { weight: 1, arbitrary: fc.record({ do: fc.constant('kill' as const), at, arrives: fc.boolean() }) },
    { weight: 1, arbitrary: fc.record({ do: fc.constant('device' as const), refuses: fc.boolean() }) },
  )
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 10, maxLength: 60 }), async (steps) => {
      const house = await openDevice(4)
      for (let i = 0; i < 2; i++) await house.openWindow()
      const promised = new Set<string>()
      let typed = 0
      for (const one of steps) {
        await make(house, one, () => `word${typed++}x`)
        await settle()
        await expectKept(house, promised)
      }
      // The network is back, the device has room; what is in no window's words was promised somewhere.
      house.device.refuses = false
      for (const window of [...house.windows]) {
        for (const flight of window.flights.splice(0)) flight.land({ status: 0, body: null, retryAfter: 0 })
        await settle()
        await calm(house, window)
        await house.kill(window, { arrives: false })
      }
      const last = await house.openWindow()
      await calm(house, last)
      await expectKept(house, promised)
      expect(house.disk.size).toBe(0)
    }),
    { numRuns: 60 },
  )
})

type Step =
  | { do: 'type'; at: number; paragraph: number; end: boolean }
  | { do: 'keep' | 'send' | 'arrive'; at: number }
  | { do: 'land'; at: number; lost: boolean }
  | { do: 'choose'; at: number; mine: boolean }
  | { do: 'kill'; at: number; arrives: boolean }
  | { do: 'device'; refuses: boolean }

async function make(house: Device, step: Step, word: () => string) {
  if (step.do === 'device') {
    house.device.refuses = step.refuses
    return
  }
  const window = house.windows[step.at]
  if (!window) return
  switch (step.do) {
    case 'type':
      // While a choice is open the page shows nothing else.
      if (!window.keeper.view().choice) type(window, step.paragraph, step.end, word())
      return
    case 'keep':
      return void (await window.keeper.keep())
    case 'send':
      return void window.keeper.send()
    case 'arrive':
      return house.arrive(window)
    case 'land':
      return house.land(window, step)
    case 'choose':
      return void window.keeper.choose(step.mine ? 'mine' : 'theirs')
    case 'kill':
      await house.kill(window, step)
      return void (await house.openWindow())
  }
}

/** Every word that a window called safe is at the desk or on the device. */
async function expectKept(house: Device, promised: Set<string>) {
  for (const window of house.windows)
    if (isPromised(window)) for (const [word] of JSON.stringify(window.words).matchAll(/word\d+x/g)) promised.add(word)
  const held = await house.heldText()
  expect([...promised].filter((word) => !held.includes(word))).toEqual([])
}
