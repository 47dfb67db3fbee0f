// No letter of a page is lost or padded, wherever it stands between the renderer's parts.
import { createElement } from 'react'
import { renderToPipeableStream } from 'react-dom/server'
import { expect, test } from 'vitest'
import { collectedHtml } from '#app/ui/page/collected-html.ts'

test.each(['й', 'ب', '“', '🚜'])(
  'a page full of “%s” comes out as it went in, from every first byte',
  async (letter) => {
    for (let before = 0; before < 4; before++) {
      const texts = ['x'.repeat(before), ...Array.from({ length: 900 }, () => `${letter}${letter} `)]
      const html = await htmlOf(texts)
      expect(html).toBe(`<p>${texts.map((text) => `<i>${text}</i>`).join('')}</p>`)
    }
  },
)

test('a page whose part ends just where a letter does is whole too', async () => {
  const texts = ['y'.repeat(2048 - '<p><i></i></p>'.length)]
  expect(await htmlOf(texts)).toHaveLength(2048)
  expect(await htmlOf([...texts, 'й'])).toMatch(/<i>й<\/i><\/p>$/)
})

function htmlOf(texts: string[]): Promise<string> {
  const page = createElement(
    'p',
    null,
    texts.map((text, at) => createElement('i', { key: at }, text)),
  )
  return new Promise((resolve, reject) => {
    const { pipe } = renderToPipeableStream(page, {
      onAllReady: () => pipe(collectedHtml(resolve)),
      onError: reject,
    })
  })
}
