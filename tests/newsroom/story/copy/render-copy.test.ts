// Copy as HTML: every node and mark, what must never come out, and that nothing makes it fail.
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type Copy, type CopyMark, type CopyNode, checkCopy, emptyCopy } from '#app/newsroom/story/copy/check-copy.ts'
import { escapeHtml, type Lookups, renderCopy, renderFeedCopy } from '#app/newsroom/story/copy/render-copy.ts'
import { renderWordsFor } from '#app/newsroom/story/copy/render-words.ts'
import { languages } from '#app/words/languages.ts'
import {
  bold,
  copyOf,
  dateline,
  figure,
  heading,
  italic,
  link,
  list,
  note,
  p,
  randomCopy,
  text,
  topicLink,
  wholeStory,
} from './sample-copy.ts'

const SITE = 'https://courier.example'
const APOLOGY = '<p>This block cannot be shown.</p>'

const known: Lookups = {
  picture: (id) =>
    id.startsWith('museum') || id.startsWith('picture')
      ? {
          alt: 'From the archive',
          width: 1600,
          height: 900,
          sources: [{ type: 'image/webp', srcset: `/p/${id}-800.webp 800w` }],
          src: `/p/${id}.jpg`,
        }
      : null,
  story: (ref) => (ref === 'gone' ? null : { title: 'The bridge & the river', url: `/stories/${ref}` }),
  topic: (id) => (id === 'gone' ? null : { title: '24/7 – All about the border towns', url: `/topics/${id}` }),
}

const nothingKnown: Lookups = { picture: () => null, story: () => null, topic: () => null }

function html(...content: CopyNode[]): string {
  return renderCopy(copyOf(...content), known)
}

function feed(...content: CopyNode[]): string {
  return renderFeedCopy(copyOf(...content), known, `${SITE}/`)
}

/** As a damaged database row would hold it: not checked. */
function unchecked(...content: unknown[]): Copy {
  return { type: 'doc', content } as unknown as Copy
}

test('the dateline is run in to the first paragraph', () => {
  expect(html(dateline(), p('It began.'))).toBe('<p><span class="dateline">PANAGYURISHTE, (BM) –</span> It began.</p>')
  expect(html(dateline('Sofia', ''), p('It began.'))).toBe('<p><span class="dateline">SOFIA –</span> It began.</p>')
  expect(html(dateline(), heading('First'), p('a'))).toBe(
    '<p><span class="dateline">PANAGYURISHTE, (BM) –</span></p><h2>First</h2><p>a</p>',
  )
  expect(html(dateline('', ''), p('a'))).toBe('<p>a</p>')
  expect(renderCopy(copyOf(dateline('Sofia', ''), p('a')), known, { agency: 'BDC' })).toContain('SOFIA, (BDC) –')
  expect(feed(dateline(), p('a'))).toBe('<p>PANAGYURISHTE, (BM) – a</p>')
})

test('paragraphs, headings, lists, breaks and rules', () => {
  expect(html(p('a', { type: 'hardBreak' }, 'b'))).toBe('<p>a<br>b</p>')
  expect(html(heading('a', 2), heading('b', 3))).toBe('<h2>a</h2><h3>b</h3>')
  expect(html(list('bulletList', [p('a')], [p('b'), p('c')]))).toBe('<ul><li>a</li><li><p>b</p><p>c</p></li></ul>')
  expect(html({ ...list('orderedList', [p('a')]), attrs: { start: 4 } })).toBe('<ol start="4"><li>a</li></ol>')
  expect(html({ type: 'horizontalRule' })).toBe('<hr>')
})

test('marks nest in one order and span the texts that share them', () => {
  expect(html(p(text('a', bold), text('b', bold, italic), text('c', italic)))).toBe(
    '<p><strong>a<em>b</em></strong><em>c</em></p>',
  )
  expect(html(p(text('see ', link), text('this', link, bold)))).toBe(
    '<p><a href="https://example.org/a" rel="ugc nofollow noopener noreferrer">see <strong>this</strong></a></p>',
  )
})

test("an editor's note has its brackets once, whatever stands inside it", () => {
  expect(html(p('On ', text('October 16', note), '.'))).toBe(
    '<p>On <span class="ed-note">[October 16 – ed.]</span>.</p>',
  )
  expect(html(p(text('October ', note), text('16', note, bold), text(' see', note, link)))).toBe(
    '<p><span class="ed-note">[October <strong>16</strong><a href="https://example.org/a" rel="ugc nofollow noopener noreferrer"> see</a> – ed.]</span></p>',
  )
  expect(html(p(text('teh', { type: 'editorNote', attrs: { kind: 'sic' } })))).toBe(
    '<p><span class="ed-note">teh [sic]</span></p>',
  )
  expect(html(p(text('hello', { type: 'editorNote', attrs: { kind: 'translation' } })))).toContain(
    '[hello – translation]',
  )
  expect(feed(p(text('October 16', note)))).toBe('<p>[October 16 – ed.]</p>')
})

test('a topic link leads to its hub, or is plain words when the hub is gone', () => {
  expect(html(p(text('towns', topicLink)))).toBe('<p><a href="/topics/border-towns">towns</a></p>')
  expect(html(p(text('towns', { type: 'topicLink', attrs: { topicId: 'gone' } })))).toBe('<p>towns</p>')
  expect(feed(p(text('towns', topicLink)))).toBe(`<p><a href="${SITE}/topics/border-towns">towns</a></p>`)
})

test('a figure has its sources, sizes, alternative text, caption and credit; only the first is not lazy', () => {
  const first =
    '<figure class="picture picture-wide"><picture><source type="image/webp" srcset="/p/museum-yard-800.webp 800w" sizes="(min-width: 74rem) 53rem, (min-width: 66rem) calc(100vw - 20.5rem), (min-width: 42rem) 38rem, 100vw"><img src="/p/museum-yard.jpg" alt="A yard with engines" width="1600" height="900" decoding="async"></picture><figcaption>The <em>yard</em> <span class="credit">The museum</span></figcaption></figure>'
  const shown = html(figure('museum-yard', text('The '), text('yard', italic)), figure('museum-roof'))
  expect(shown.startsWith(first)).toBe(true)
  expect(shown.match(/loading="lazy"/g)).toHaveLength(1)
  const attrs = { pictureId: 'museum-a', alt: 'x', decorative: true, credit: '', layout: 'inline' }
  expect(html({ type: 'figure', attrs })).toMatch(/alt=""/)
  expect(html({ type: 'figure', attrs })).not.toContain('figcaption')
  expect(html({ type: 'figure', attrs: { ...attrs, decorative: false, alt: '' } })).toContain('alt="From the archive"')
  expect(html(figure('unknown-picture'))).toBe(APOLOGY)
  expect(feed(figure())).toBe(
    `<figure><img src="${SITE}/p/museum-yard.jpg" alt="A yard with engines" width="1600" height="900"><figcaption>The museum</figcaption></figure>`,
  )
})

test('a graphic picture lies under a cover that opens without script; feeds get a line in its place', () => {
  const graphic: CopyNode = {
    type: 'figure',
    attrs: { pictureId: 'museum-yard', alt: 'A yard', decorative: false, credit: 'The museum', graphic: true },
    content: [text('After the fire')],
  }
  const shown = html(graphic)
  expect(shown).toContain('<details class="graphic"><summary>Graphic picture – show</summary><picture>')
  expect(shown).toContain('loading="lazy"')
  expect(shown).toContain('</picture></details><figcaption>After the fire')
  expect(shown).not.toContain('<details class="graphic" open')
  const fed = feed(graphic)
  expect(fed).toBe('<p>A graphic picture is shown in the story on our site. After the fire The museum</p>')
})

test('a licence that lets others use the picture stands after the credit', () => {
  const licence = { name: 'CC BY 4.0', url: 'https://creativecommons.org/licenses/by/4.0/' }
  const look = { width: 1, height: 1, sources: [], src: '/p/a.jpg' }
  const withLicence = (given: typeof licence | null) =>
    renderCopy(copyOf(figure('a')), {
      picture: () => ({ ...look, licence: given }),
      story: () => null,
      topic: () => null,
    })
  expect(withLicence(licence)).toContain(
    'The museum · <a href="https://creativecommons.org/licenses/by/4.0/" rel="license noopener noreferrer">CC BY 4.0</a></span>',
  )
  expect(withLicence(null)).toContain('<span class="credit">The museum</span>')
  expect(withLicence({ name: 'x', url: 'javascript:alert(1)' })).not.toContain('javascript')
})

test('quotations name their source', () => {
  const quote = (source: string, cite: string): CopyNode => ({
    type: 'blockquote',
    attrs: { source, cite },
    content: [p('a')],
  })
  expect(html(quote('', ''))).toBe('<blockquote><p>a</p></blockquote>')
  expect(html(quote('The mayor', ''))).toBe(
    '<figure class="quote"><blockquote><p>a</p></blockquote><figcaption>The mayor</figcaption></figure>',
  )
  expect(html(quote('The mayor', 'https://example.org/s'))).toContain('<blockquote cite="https://example.org/s">')
  expect(html({ type: 'pullQuote', attrs: { attribution: 'A visitor' }, content: [text('a')] })).toBe(
    '<figure class="pull-quote"><blockquote><p>a</p></blockquote><figcaption>A visitor</figcaption></figure>',
  )
})

test('a fact box has its kind and title', () => {
  const box: CopyNode = { type: 'factBox', attrs: { kind: 'timeline', title: 'So far' }, content: [p('a')] }
  expect(html(box)).toBe('<aside class="fact-box" data-kind="timeline"><h2>So far</h2><p>a</p></aside>')
  expect(feed(box)).toBe('<h2>So far</h2><p>a</p>')
})

test('a related card takes title and address from what is true now', () => {
  const card = (refType: string, ref: string, url = ''): CopyNode => ({
    type: 'related',
    attrs: { refType, ref, url, label: 'Read more' },
  })
  expect(html(card('topic', 'border-towns'))).toBe(
    '<aside class="related"><p>Read more: <a href="/topics/border-towns">24/7 – All about the border towns</a></p></aside>',
  )
  expect(html(card('story', 'bridge'))).toContain('<a href="/stories/bridge">The bridge &amp; the river</a>')
  expect(html(card('url', '', 'https://www.example.org/a'))).toContain(
    '<a href="https://www.example.org/a" rel="ugc nofollow noopener noreferrer">example.org/a</a>',
  )
  expect(html(p('x'), card('story', 'gone'))).toBe('<p>x</p>')
  expect(feed(card('topic', 'border-towns'))).toContain(`<a href="${SITE}/topics/border-towns">`)
})

test('an embed is a plain link that says which service it opens', () => {
  const shown = html({ type: 'embed', attrs: { provider: 'telegram', providerId: 'channel/42' } })
  expect(shown).toBe(
    '<div class="embed" data-provider="telegram"><p><a href="https://t.me/channel/42" rel="ugc nofollow noopener noreferrer">See it on Telegram</a></p></div>',
  )
  expect(shown).not.toMatch(/iframe|script/)
})

test('a service with a player has it folded away below the link, lazy and without its cookies; feeds have the link alone', () => {
  const video: CopyNode = { type: 'embed', attrs: { provider: 'youtube', providerId: 'abcdefghijk' } }
  const link =
    '<p><a href="https://www.youtube.com/watch?v=abcdefghijk" rel="ugc nofollow noopener noreferrer">See it on YouTube</a></p>'
  expect(html(video)).toBe(
    `<div class="embed" data-provider="youtube">${link}<details class="player"><summary>Play it here: YouTube then learns that you watch it</summary><iframe src="https://www.youtube-nocookie.com/embed/abcdefghijk" title="YouTube" loading="lazy" referrerpolicy="strict-origin-when-cross-origin" allow="fullscreen"></iframe></details></div>`,
  )
  expect(renderFeedCopy(unchecked(video), nothingKnown, SITE)).not.toMatch(/iframe|details/)
  expect(html({ type: 'embed', attrs: { provider: 'vimeo', providerId: '123456' } })).toContain(
    'src="https://player.vimeo.com/video/123456?dnt=1"',
  )
  expect(html({ type: 'embed', attrs: { provider: 'vimeo', providerId: 'not-a-number' } })).not.toContain('iframe')
})

test('a correction says what it is and when', () => {
  const correction: CopyNode = {
    type: 'correction',
    attrs: { kind: 'clarification', at: '2026-05-31T10:00:00Z' },
    content: [p('a')],
  }
  expect(html(correction)).toBe(
    '<aside class="correction" data-kind="clarification"><p><strong>Clarification</strong> <time datetime="2026-05-31T10:00:00Z">31 May 2026</time></p><p>a</p></aside>',
  )
})

test('the words the renderer adds are in the language of the story', () => {
  const related: CopyNode = { type: 'related', attrs: { refType: 'story', ref: 'a', url: '', label: 'Read more' } }
  const copy = copyOf(p(text('16 октомври', note)), figure('unknown-picture'), related)
  const inLanguage = (language: string) => renderCopy(copy, known, { language }).replace(/<[^>]+>/g, '|')
  expect(inLanguage('bg')).toContain('[16 октомври – б.р.]')
  expect(inLanguage('bg')).toContain('Този блок не може да се покаже.')
  expect(inLanguage('bg')).toContain('Прочетете още: |The bridge &amp; the river')
  expect(inLanguage('ar')).toContain('[16 октомври – المحرر]')
  for (const other of ['en', 'de', 'toString', '']) expect(inLanguage(other)).toContain('[16 октомври – ed.]')
})

test('every language of the house prints in itself', () => {
  for (const { code } of languages.filter(({ code }) => code !== 'en'))
    for (const [name, said] of Object.entries(renderWordsFor(code))) {
      const mine = typeof said === 'string' ? said : said('A')
      expect(mine, `${code} ${name}`).toMatch(/\S/)
      if (name !== 'sic') expect(Object.values(renderWordsFor('en')), `${code} ${name}`).not.toContain(said)
    }
})

test('empty paragraphs and headings leave no trace', () => {
  expect(renderCopy(emptyCopy, nothingKnown)).toBe('')
  expect(html(p('a'), p(), { type: 'heading', attrs: { level: 2 } }, p('b'))).toBe('<p>a</p><p>b</p>')
})

test('everything that has a meaning in HTML is escaped', () => {
  expect(escapeHtml(`<a href="x" title='y'>&amp;</a>`)).toBe(
    '&lt;a href=&quot;x&quot; title=&#39;y&#39;&gt;&amp;amp;&lt;/a&gt;',
  )
  expect(escapeHtml(null)).toBe('')
  expect(escapeHtml(7)).toBe('7')
})

const ATTACKS = [
  '<script>alert(1)</script>',
  '"><img src=x onerror=alert(1)>',
  "' onmouseover='alert(1)",
  '</p><iframe src=//evil.example>',
  '&lt;script&gt;',
  'javascript:alert(1)',
  '<!--',
  ']]>',
  '<svg/onload=alert(1)>',
  '\u2028<b>',
  '</figcaption></figure><script>',
  'data:text/html,<script>',
]

test('no attack in any text or attribute comes out as HTML, checked or not', () => {
  for (const attack of ATTACKS) {
    const marks: CopyMark[] = [{ type: 'link', attrs: { href: attack } }]
    const attrs = (names: string[]) => Object.fromEntries(names.map((name) => [name, attack]))
    const nodes = [
      p(attack),
      p({ type: 'text', text: attack, marks }),
      p({ type: 'text', text: 'x', marks: [{ type: attack }] }),
      p({ type: 'text', text: 'x', marks: [{ type: 'topicLink', attrs: { topicId: attack } }] }),
      p({ type: 'text', text: 'x', marks: [{ type: 'editorNote', attrs: { kind: attack } }] }),
      { type: 'heading', attrs: { level: attack }, content: [text(attack)] },
      { type: 'orderedList', attrs: { start: attack }, content: [{ type: 'listItem', content: [p(attack)] }] },
      { type: 'blockquote', attrs: attrs(['source', 'cite']), content: [p(attack)] },
      {
        type: 'figure',
        attrs: { ...attrs(['alt', 'credit', 'layout']), pictureId: 'museum-a' },
        content: [text(attack)],
      },
      { type: 'figure', attrs: attrs(['pictureId', 'alt']) },
      { type: 'pullQuote', attrs: attrs(['attribution']), content: [text(attack)] },
      { type: 'factBox', attrs: attrs(['kind', 'title']), content: [p(attack)] },
      { type: 'related', attrs: attrs(['refType', 'ref', 'url', 'label']) },
      { type: 'related', attrs: { refType: 'url', url: attack, label: attack } },
      { type: 'related', attrs: { refType: 'story', ref: 'x', label: attack } },
      { type: 'embed', attrs: attrs(['provider', 'providerId']) },
      { type: 'embed', attrs: { provider: 'youtube', providerId: attack } },
      { type: 'correction', attrs: attrs(['kind', 'at']), content: [p(attack)] },
      { type: attack, content: [p(attack)] },
    ]
    const hostile: Lookups = {
      picture: () => ({
        alt: attack,
        width: attack as never,
        height: Number.NaN,
        sources: [{ type: attack, srcset: attack }],
        src: attack,
      }),
      story: () => ({ title: attack, url: attack }),
      topic: () => ({ title: attack, url: attack }),
    }
    const opening: CopyNode = { type: 'dateline', attrs: attrs(['place', 'agency', 'date']) }
    for (const lookups of [known, hostile])
      for (const shown of [
        renderCopy(unchecked(opening, ...nodes), lookups),
        renderFeedCopy(unchecked(opening, ...nodes), lookups, SITE),
      ])
        expect(strangeTags(shown), attack).toEqual([])
  }
})

/** Tags and attributes that the renderer itself never writes. */
function strangeTags(html: string): string[] {
  const ATTRIBUTE =
    /^(?:\s(?:href|rel|class|src|alt|width|height|type|srcset|sizes|loading|decoding|start|cite|data-kind|data-provider|datetime|title|referrerpolicy|allow)="[^"<>]*")*$/
  const TAG = /<(\/?)([a-z0-9]*)([^>]*)>?/gi
  const MEANT =
    /^(p|h2|h3|ul|ol|li|blockquote|hr|br|strong|em|a|span|figure|figcaption|picture|source|img|aside|div|time|details|summary|iframe)$/
  const strange: string[] = []
  for (const [whole, , name = '', rest = ''] of html.matchAll(TAG))
    if (
      !MEANT.test(name) ||
      !ATTRIBUTE.test(rest) ||
      /href="\s*(javascript|data|vbscript):/i.test(rest) ||
      (name === 'iframe' && rest !== '' && !/^ src="https:\/\/(www\.youtube-nocookie|player\.vimeo)\.com\//.test(rest))
    )
      strange.push(whole)
  return strange
}

test('a damaged block costs itself and not the page', () => {
  const damaged: unknown[] = [
    null,
    undefined,
    7,
    'x',
    [],
    {},
    { type: 'video' },
    { type: 'figure' },
    { type: 'figure', attrs: null },
    { type: 'embed', attrs: { provider: 'gone' } },
    { type: 'paragraph', content: 7 },
    { type: 'paragraph', content: [null] },
    { type: 'bulletList', content: 'x' },
    { type: 'dateline' },
  ]
  for (const block of damaged) {
    const shown = renderCopy(unchecked(p('before'), block, p('after')), known)
    expect(shown, JSON.stringify(block)).toBe(`<p>before</p>${APOLOGY}<p>after</p>`)
  }
  for (const copy of [null, undefined, 7, {}, { type: 'doc' }, { type: 'doc', content: 7 }, []])
    expect(typeof renderCopy(copy as never, known)).toBe('string')
})

test('lookups that fail cost their block', () => {
  const broken: Lookups = {
    picture() {
      throw new Error('no pictures')
    },
    story() {
      throw new Error('no stories')
    },
    topic() {
      throw new Error('no topics')
    },
  }
  expect(renderCopy(copyOf(p('a'), figure(), p(text('b', topicLink))), broken)).toBe(`<p>a</p>${APOLOGY}${APOLOGY}`)
})

test('every random story renders in balanced tags of our own, for pages and feeds', { timeout: 60_000 }, () => {
  for (let seed = 0; seed < 500; seed++) {
    const copy = randomCopy(seed)
    for (const shown of [renderCopy(copy, known), renderFeedCopy(copy, known, SITE), renderCopy(copy, nothingKnown)]) {
      expect(strangeTags(shown), `story ${seed}`).toEqual([])
      expect(unbalanced(shown), `story ${seed}`).toEqual([])
    }
    expect(renderFeedCopy(copy, known, SITE)).not.toMatch(/(href|src)="\//)
  }
  expect(unbalanced(renderCopy(wholeStory(), known))).toEqual([])
})

function unbalanced(html: string): string[] {
  const open: string[] = []
  for (const [whole, closes, name = ''] of html.matchAll(/<(\/?)([a-z0-9]+)[^>]*>/g)) {
    if (/^(hr|br|img|source)$/.test(name)) continue
    if (closes === '') open.push(name)
    else if (open.pop() !== name) return [whole]
  }
  return open
}

test('nothing that JSON can say makes rendering fail, and what passes the check renders without an apology', {
  timeout: 60_000,
}, () => {
  const node = fc.letrec((tie) => ({
    node: fc.record(
      {
        type: fc.constantFrom(
          'doc',
          'paragraph',
          'text',
          'heading',
          'figure',
          'factBox',
          'embed',
          'related',
          'bulletList',
          'listItem',
          'hardBreak',
          'dateline',
          'evil',
        ),
        text: fc.string(),
        attrs: fc.jsonValue({ maxDepth: 1 }),
        marks: fc.array(
          fc.record(
            { type: fc.constantFrom('bold', 'link', 'editorNote', 'evil'), attrs: fc.jsonValue({ maxDepth: 1 }) },
            { requiredKeys: [] },
          ),
          { maxLength: 3 },
        ),
        content: fc.array(tie('node'), { maxLength: 4 }),
      },
      { requiredKeys: ['type'] },
    ),
  })).node
  fc.assert(
    fc.property(fc.array(node, { maxLength: 5 }), (content) => {
      const shown = renderCopy(unchecked(...content), known)
      renderFeedCopy(unchecked(...content), known, SITE)
      expect(strangeTags(shown)).toEqual([])
      const answer = checkCopy({ type: 'doc', content })
      if (answer.ok)
        expect(renderCopy(answer.copy, { ...known, picture: () => known.picture('museum-a') })).not.toContain(APOLOGY)
    }),
    { numRuns: 2000 },
  )
})
