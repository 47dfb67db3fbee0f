// News for many open pages: asked of the data once for all, and never older than it may be.
import { expect, test } from 'vitest'
import { openSharedNews } from '#app/platform/shared-news.server.ts'

function house() {
  const data = { asked: 0, news: new Map([['border', 1]]), now: 0 }
  const shared = openSharedNews(
    async () => {
      data.asked += 1
      return new Map(data.news)
    },
    { freshForMs: 1000, clock: () => data.now },
  )
  return { data, shared }
}

test('a thousand pages that ask at the same time are one question', async () => {
  const { data, shared } = house()
  const all = await Promise.all(Array.from({ length: 1000 }, () => shared.newsOf('border')))
  expect(new Set(all)).toEqual(new Set([1]))
  expect(await shared.newsOf('nowhere')).toBeNull()
  expect(data.asked).toBe(1)
})

test('the mark asks anew, changes with the news, and what it found is what pages get', async () => {
  const { data, shared } = house()
  const before = await shared.mark()
  expect(await shared.mark()).toBe(before)
  data.news.set('border', 2)
  expect(await shared.newsOf('border')).toBe(1)
  expect(await shared.mark()).not.toBe(before)
  expect(await shared.newsOf('border')).toBe(2)
  expect(data.asked).toBe(3)
})

test('without a watch the news grow old and are asked again', async () => {
  const { data, shared } = house()
  await shared.newsOf('border')
  data.news.clear()
  data.now = 1000
  expect(await shared.newsOf('border')).toBe(1)
  data.now = 1001
  expect(await shared.newsOf('border')).toBeNull()
})

test('a question that failed is a fault of that moment alone', async () => {
  let fails = true
  const shared = openSharedNews(async () => {
    if (fails) throw new Error('no data')
    return new Map([['border', 1]])
  })
  await expect(shared.mark()).rejects.toThrow('no data')
  fails = false
  expect(await shared.newsOf('border')).toBe(1)
})
