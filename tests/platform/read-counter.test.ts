// What counts as a read: a person's browser that asks for a story's page, and nothing else.
import { expect, test } from 'vitest'
import { openReadCounter } from '#app/platform/read-counter.server.ts'

const browser = { 'user-agent': 'Mozilla/5.0 (Android 14; Mobile; rv:140.0) Gecko/140.0 Firefox/140.0' }
const counted = (asked: { method?: string; url: string; headers?: Record<string, string> }[]) => {
  const counter = openReadCounter()
  for (const one of asked) counter.count({ method: 'GET', headers: browser, ...one })
  return Object.fromEntries(counter.take())
}

test('a page is counted by its slug, whatever stands behind the question mark', () => {
  const urls = [
    '/stories/bridge',
    '/stories/bridge?from=feed',
    '/stories/%D0%BC%D0%BE%D1%81%D1%82',
    '/',
    '/stories/',
    '/stories/bridge/changes',
    '/feed.xml',
  ]
  expect(counted(urls.map((url) => ({ url })))).toEqual({ bridge: 2, '%D0%BC%D0%BE%D1%81%D1%82': 1 })
})

test('HEAD, robots, clients without a name and what is fetched ahead are no readers', () => {
  const url = '/stories/bridge'
  expect(
    counted([
      { url, method: 'HEAD' },
      { url, method: 'POST' },
      { url, headers: { 'user-agent': 'Mozilla/5.0 (compatible; Googlebot/2.1; +http://www.google.com/bot.html)' } },
      { url, headers: { 'user-agent': 'curl/8.5.0' } },
      { url, headers: {} },
      { url, headers: { ...browser, 'sec-purpose': 'prefetch' } },
      { url, headers: { ...browser, purpose: 'prefetch' } },
    ]),
  ).toEqual({})
})

test('what was taken is not counted twice, and what is given back is not lost', () => {
  const counter = openReadCounter()
  const ask = () => counter.count({ method: 'GET', url: '/stories/bridge', headers: browser })
  ask()
  const taken = counter.take()
  expect(counter.take().size).toBe(0)
  ask()
  counter.giveBack(taken)
  expect(Object.fromEntries(counter.take())).toEqual({ bridge: 2 })
})

test('many names of clients do not fill the memory', () => {
  const counter = openReadCounter()
  for (let i = 0; i < 5000; i++)
    counter.count({ method: 'GET', url: '/stories/bridge', headers: { 'user-agent': `${browser['user-agent']} ${i}` } })
  expect(counter.take().get('bridge')).toBe(5000)
})
