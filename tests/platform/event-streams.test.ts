// Streams to open pages: they send what differs, are few, are asked whether they may stay, and end with the house.
import { afterEach, expect, test, vi } from 'vitest'
import { openEventStreams } from '#app/platform/event-streams.server.ts'

const closers: (() => void)[] = []
afterEach(() => {
  for (const close of closers.splice(0)) close()
})

function house(options: { perPerson?: number; perProcess?: number } = {}) {
  const desk = { version: 1, text: 'one', faults: [] as unknown[], marks: 0 }
  const streams = openEventStreams({
    written: () => desk.version,
    mark: async () => {
      desk.marks += 1
      return desk.text
    },
    onFault: (error) => desk.faults.push(error),
    lookEveryMs: 5,
    ...options,
  })
  closers.push(streams.stop)
  return { desk, streams, look: async () => JSON.stringify(desk.text) }
}

function reading(answer: Response | null) {
  const reader = answer?.body?.getReader()
  const heard = { text: '', ended: false }
  const read = async () => {
    for (let part = await reader?.read(); part && !part.done; part = await reader?.read())
      heard.text += new TextDecoder().decode(part.value)
    heard.ended = true
  }
  void read()
  return { heard, leave: () => reader?.cancel() }
}

test('a page hears what is there, and then what differs; while nobody writes nothing is looked at', async () => {
  const { desk, streams, look } = house()
  const { heard } = reading(streams.open('a', look, async () => true))
  await vi.waitFor(() => expect(heard.text).toBe('data: "one"\n\n'))
  await vi.waitFor(() => expect(desk.marks).toBeGreaterThan(0))
  desk.text = 'two'
  desk.version += 1
  await vi.waitFor(() => expect(heard.text).toBe('data: "one"\n\ndata: "two"\n\n'))
  expect(desk.faults).toEqual([])
})

test('a person has a few streams, the house has some, and a place is free again when a page is left', async () => {
  const { streams, look } = house({ perPerson: 2, perProcess: 3 })
  const open = (key: string) => streams.open(key, look, async () => true)
  const first = reading(open('a'))
  reading(open('a'))
  expect(open('a')).toBeNull()
  reading(open('b'))
  expect(open('c')).toBeNull()
  await first.leave()
  expect(open('c')).not.toBeNull()
})

test('every stream ends with the house, and no new one begins', async () => {
  const { streams, look } = house()
  const { heard } = reading(streams.open('a', look, async () => true))
  await vi.waitFor(() => expect(heard.text).not.toBe(''))
  streams.stop()
  await vi.waitFor(() => expect(heard.ended).toBe(true))
  expect(streams.open('a', look, async () => true)).toBeNull()
})

test('who may no longer stay is let go at the next question', async () => {
  vi.useFakeTimers({ toFake: ['Date'] })
  try {
    const { streams, look } = house()
    const { heard } = reading(streams.open('a', look, async () => false))
    await vi.waitFor(() => expect(heard.text).not.toBe(''))
    vi.setSystemTime(Date.now() + 31_000)
    await vi.waitFor(() => expect(heard.ended).toBe(true))
  } finally {
    vi.useRealTimers()
  }
})

test('a look that fails ends nothing', async () => {
  const { desk, streams } = house()
  let broken = true
  const look = async () => {
    if (broken) throw new Error('no data')
    return 'well'
  }
  const { heard } = reading(streams.open('a', look, async () => true))
  await vi.waitFor(() => expect(desk.faults.length).toBeGreaterThan(0))
  broken = false
  desk.text = 'next'
  desk.version += 1
  await vi.waitFor(() => expect(heard.text).toBe('data: well\n\n'))
})
