// Everything that can be sent to, sent to badly by the very person who may: always a clear answer, never a fault of ours.
import { request as rawRequest } from 'node:http'
import type { RouteConfigEntry } from '@remix-run/route-config'
import { afterAll, beforeAll, expect, test } from 'vitest'
import routes from '#app/routes.ts'
import { accountOf, type House, openHouse, signIn, storyIn } from './house.ts'
import { rooms } from './routes-by-hand.ts'

let house: House
const cookies = new Map<string, string>()

beforeAll(async () => {
  house = await openHouse()
  for (const name of ['reporterA', 'reporterB', 'editorA', 'admin'])
    cookies.set(name, await signIn(house, accountOf(house, name)))
})

afterAll(async () => {
  const log = house?.log() ?? ''
  expect(await house?.stop()).toBe(0)
  expect(log).not.toMatch(/"level":(50|60)/)
})

type Target = {
  path: string
  url: string
  method: 'POST' | 'PUT'
  who: string
  json: boolean
  good: Record<string, unknown>
}

/** Every way to send something, with a body that would do. */
function targets(): Target[] {
  const draft = storyIn(house, 'draft')
  const asked = storyIn(house, 'changes_requested')
  const review = storyIn(house, 'in_review')
  const { calls, pitches, live, newsletter } = house.seeded
  const covered = `/desk/topics/${live.topic}/live`
  const entry = { title: 'T', text: 'W', story: '', picture: '' }
  const edited = storyIn(house, 'awaiting_sign_off')
  const printed = storyIn(house, 'published')
  const mine = `/my/stories/${draft.id}`
  const doc = { type: 'doc', content: [{ type: 'paragraph', content: [{ type: 'text', text: 'Words.' }] }] }
  const account = { name: 'Somebody', language: 'en', about: '' }
  const person = accountOf(house, 'unconfirmed').id
  const section = { name: 'A section', position: 1, answerWithinHours: 24, approvals: 1, silenceAgrees: 'on' }
  const photoWords = { caption: 'C', credit: 'C', alt: 'A', rights: 'on' }
  const topic = {
    name: 'A topic',
    title: 'All about it',
    slug: 'floods',
    background: 'Words.',
    eventDate: 'x',
    eventText: 'y',
  }
  const order = { move: 'requestChanges', version: 1, points: 'Do it.', days: 7, note: '', next: '/desk' }
  const target = (
    path: string,
    url: string,
    who: string,
    good: Record<string, unknown>,
    json = false,
    method: 'POST' | 'PUT' = 'POST',
  ) => ({
    path,
    url,
    method,
    who,
    json,
    good,
  })
  return [
    target('join', '/join', '', { name: 'Somebody', email: 'some.body@example.org', password: 'x', next: '' }),
    target('confirm-email', '/confirm-email', '', { token: 'x' }),
    target('sign-in', '/sign-in', '', { email: 'nobody@example.org', password: 'x', next: '' }),
    target('sign-in', '/sign-in?step=code', '', { ticket: 'x', code: '123456', next: '' }),
    target('sign-out', '/sign-out', '', {}),
    target('forgot-password', '/forgot-password', '', { email: 'nobody@example.org' }),
    target('reset-password', '/reset-password', '', { token: 'x', password: 'some long words here' }),
    target('account', '/account', 'reporterB', account),
    target('account/security', '/account/security?form=password', 'reporterB', {
      currentPassword: 'x',
      newPassword: 'y',
    }),
    target('account/security', '/account/security?form=two-step-on', 'reporterB', { ticket: 'x', code: '123456' }),
    target('account/security', '/account/security?form=two-step-off', 'reporterB', { passwordAgain: 'x' }),
    target('account/security', '/account/security?form=__proto__', 'reporterB', { passwordAgain: 'x' }),
    target('my/stories/new', '/my/stories/new', 'reporterA', { topic: 'x' }),
    target('my/stories/:id', mine, 'reporterA', {
      version: 1,
      headline: 'H',
      standfirst: 'S',
      place: 'P',
      date: '2026-11-24',
      section: 'forces',
      topics: 'x',
      byline: 'name',
      penName: '',
      sources: '',
      story: 'Words.',
      save: 'yes',
    }),
    target(
      'my/stories/:id/draft',
      `${mine}/draft`,
      'reporterA',
      {
        version: 1,
        headline: 'H',
        standfirst: 'S',
        dateline: { place: 'P', date: '2026-11-24' },
        section: 'forces',
        topics: [],
        byline: { kind: 'name', penName: '' },
        language: 'en',
        copy: doc,
        sources: '',
      },
      true,
      'PUT',
    ),
    target('my/stories/:id/photos/new', `${mine}/photos/new`, 'reporterA', {
      photo: 'x',
      caption: '',
      credit: '',
      alt: '',
      rights: 'on',
      licence: 'cc0',
    }),
    target(
      'pictures/uploads',
      '/pictures/uploads',
      'reporterA',
      { story: draft.id, clientKey: 'hostile-photo', bytes: 9, told: { camera: 'x' }, words: { caption: '' } },
      true,
    ),
    target(
      'my/stories/:id/photos',
      `${mine}/photos`,
      'reporterA',
      { picture: 'x', caption: '', credit: '' },
      true,
      'PUT',
    ),
    target('my/stories/:id/points', `/my/stories/${asked.id}/points`, 'reporterA', {
      answered: [1],
      done: [1],
      answers: [''],
    }),
    target('my/stories/:id/suggestions', `/my/stories/${edited.id}/suggestions`, 'reporterA', {
      edit: 'x',
      change: 'x',
      accepted: 'yes',
    }),
    target('my/stories/:id/take-over', `/my/stories/${asked.id}/take-over`, 'reporterA', { edit: 'x', version: 999 }),
    target('my/stories/:id/compare', `${mine}/compare`, 'reporterA', { revision: 999_999, version: 1 }),
    target('my/stories/:id/remind', `${mine}/remind`, 'reporterA', {}),
    target('my/stories/:id/tickets', `/my/stories/${printed.id}/tickets`, 'reporterA', {
      kind: 'correction',
      text: 'A name is wrong.',
    }),
    target('my/pitches/new', '/my/pitches/new', 'reporterA', { text: 'An idea.', section: 'forces', call: '' }),
    target('my/pitches/:id/withdraw', `/my/pitches/${pitches.declined}/withdraw`, 'reporterA', {}),
    target('my/pitches/:id/write', `/my/pitches/${pitches.declined}/write`, 'reporterA', {}),
    target('desk/pitches', '/desk/pitches', 'editorA', { pitch: pitches.open, verdict: 'declined', answer: 'No.' }),
    target('desk/calls', '/desk/calls', 'editorA', { title: 'T', text: 'W', section: '', topic: '', until: '' }),
    target('desk/calls/:slug/close', `/desk/calls/${calls[1]}/close`, 'editorA', {}),
    target('my/live/:slug', `/my/live/${live.topic}`, 'reporterB', {
      title: '',
      text: 'W',
      byline: 'name',
      penName: '',
    }),
    target('my/live/:slug/:entry/photo', `/my/live/${live.topic}/${live.waiting}/photo`, 'reporterA', photoWords),
    target('desk/topics/:slug/live/:entry/photo', `${covered}/${live.public}/photo`, 'editorA', photoWords),
    target('my/live/:slug/:entry/withdraw', `/my/live/${live.topic}/${live.declined}/withdraw`, 'reporterA', {}),
    target('desk/topics/:slug/live', covered, 'editorA', entry),
    target('desk/topics/:slug/live/open', `${covered}/open`, 'editorA', { title: 'T', section: 'forces' }),
    target('desk/topics/:slug/live/close', `${covered}/close`, 'editorA', { closing: 'It is over.' }),
    target('desk/topics/:slug/live/:entry', `${covered}/${live.public}`, 'editorA', {
      ...entry,
      note: 'N',
      version: 999,
    }),
    target('desk/topics/:slug/live/:entry/answer', `${covered}/${live.waiting}/answer`, 'editorA', {
      verdict: 'approve',
      title: '',
      text: 'W',
      reason: '',
      version: 999,
    }),
    target('desk/topics/:slug/live/:entry/mark', `${covered}/${live.public}/mark`, 'editorA', {
      mark: 'pin',
      version: 999,
    }),
    target('desk/topics/:slug/live/:entry/remove', `${covered}/${live.public}/remove`, 'editorA', {
      reason: 'R',
      version: 999,
    }),
    target('desk/topics/:slug/live/:entry/story', `${covered}/${live.removed}/story`, 'editorA', {}),
    target('desk/stories/:id/edit', `/desk/stories/${review.id}/edit`, 'editorA', {
      version: 999,
      how: 'suggest',
      headline: 'H',
      standfirst: 'S',
      place: '',
      date: '',
      story: 'Words.',
    }),
    target(
      'desk/stories/:id/draft',
      `/desk/stories/${review.id}/draft`,
      'editorA',
      { version: 999, how: 'suggest', headline: 'H', standfirst: 'S', copy: doc },
      true,
      'PUT',
    ),
    target('desk/stories/:id/reasons', `/desk/stories/${review.id}/reasons`, 'editorA', {
      version: 999,
      change: 'headline',
      reason: 'R',
    }),
    target('desk/stories/:id/take-back', `/desk/stories/${review.id}/take-back`, 'editorA', {
      version: 999,
      change: 'headline',
    }),
    target('desk/stories/:id/points', `/desk/stories/${review.id}/points`, 'editorA', {
      text: '',
      version: 999,
      next: '',
    }),
    target('desk/stories/:id/compare', `/desk/stories/${review.id}/compare`, 'editorA', { revision: 1, version: 999 }),
    target('comments/:storyId', `/comments/${review.id}`, 'editorA', { text: '', for: 'desk', version: 999, next: '' }),
    target('comments/:storyId/:thread', `/comments/${review.id}/none`, 'editorA', { text: 'T', next: '' }),
    target('desk/stories/:id/verification', `/desk/stories/${review.id}/verification`, 'editorA', {
      act: 'check',
      check: 'source',
      state: 'done',
      words: '',
    }),
    target('desk/stories/:id/letter', `/desk/stories/${review.id}/letter`, 'editorA', { ...order, move: 'decline' }),
    target('desk/stories/:id/interest', `/desk/stories/${review.id}/interest`, 'editorB', { reason: 'My cousin.' }),
    target('my/notices', '/my/notices', 'reporterB', { open: 1 }),
    target('account/letters', '/account/letters', 'reporterB', { receipt: 'each' }),
    target('account/safety', '/account/safety', 'reporterB', { safety: 'off', passwordAgain: 'x' }),
    target('account/safety', '/account/safety', 'editorA', { protection: 'off', protectionPassword: 'x' }),
    target('stories/:slug/report', `/stories/${printed.slug}/report`, '', {
      kind: 'error',
      text: 'Wrong.',
      name: '',
      email: '',
      website: '',
    }),
    target('newsletter', '/newsletter', '', { email: 'a@example.org', rhythm: 'daily', topics: ['none'], website: '' }),
    target('newsletter/confirm', '/newsletter/confirm', '', { token: 'x' }),
    target('newsletter/choices', '/newsletter/choices', '', { token: 'x', rhythm: 'daily', topics: ['none'] }),
    target('newsletter/leave', '/newsletter/leave?token=x', '', { token: 'x', 'List-Unsubscribe': 'One-Click' }),
    target('desk/stories/:id/merge', `/desk/stories/${review.id}/merge`, 'editorA', {
      act: 'join',
      other: 'x',
      version: 1,
      otherVersion: 1,
      headline: 'own',
      standfirst: 'other',
      own: 1,
      theirs: 1,
    }),
    target('desk/stories/:id/next', `/desk/stories/${printed.id}/next`, 'editorA', {
      act: 'save',
      version: 1,
      kind: 'update',
      note: 'N',
      headline: 'H',
      standfirst: 'S',
      text: 'Words.',
    }),
    target('desk/bulk', '/desk/bulk', 'editorA', {
      move: 'decline',
      story: `${review.id}.1`,
      note: 'No.',
      deskNote: '',
      reasons: 'too-old',
      to: 'x',
      next: '/desk',
    }),
    target('desk/filters', '/desk/filters', 'editorA', { name: 'Mine', question: 'tab=new&text=bridge' }),
    target('desk/filters/:id/drop', '/desk/filters/none/drop', 'editorA', {}),
    target('desk/stories/:id/presence', `/desk/stories/${review.id}/presence`, 'editorA', {
      doing: 'reading',
      held: '',
      state: 'in_review',
      version: '1',
    }),
    target('desk/corrections', '/desk/corrections', 'editorA', { ticket: 'x', outcome: 'refused', answer: 'No.' }),
    target('desk/stories/:id/identity', `/desk/stories/${review.id}/identity`, 'editorA', {
      reason: 'A life is in danger.',
      proof: 'x',
    }),
    target('notes/:storyId', `/notes/${review.id}`, 'editorA', { text: 'Words.', for: 'desk', next: '/desk' }),
    target('notes/:storyId', `/notes/${draft.id}`, 'reporterA', { text: 'Words.', for: 'shared' }, true),
    target('pictures', `/pictures?story=${draft.id}`, 'reporterA', {}),
    target('pictures/uploads/:id', '/pictures/uploads/nothing00here', 'reporterA', {}),
    target('moves/:storyId', `/moves/${review.id}`, 'editorA', { ...order, version: 999 }),
    target('moves/:storyId', `/moves/${review.id}`, 'editorA', { ...order, version: 999, points: ['Do it.'] }, true),
    target('admin', '/admin', 'admin', { letter: 1 }),
    target('admin/contributors/:id/rights', `/admin/contributors/${person}/rights`, 'admin', {
      where: 'some',
      edit: 'x',
      publish: 'x',
    }),
    target('admin/sections', '/admin/sections', 'admin', { ...section, slug: 'forces' }),
    target('admin/sections/:slug', '/admin/sections/forces', 'admin', { ...section, slug: 'taken' }),
    target('admin/topics', '/admin/topics', 'admin', { ...topic, slug: 'panagyurishte-parade' }),
    target('admin/topics/:slug', '/admin/topics/maritsa-floods', 'admin', { ...topic, version: '999' }),
    target('admin/topics/:slug', '/admin/topics/maritsa-floods?form=join', 'admin', { into: 'nowhere', sure: 'on' }),
    target('admin/topics/:slug', '/admin/topics/maritsa-floods?form=take', 'admin', { version: '0', take: '1' }),
    target('admin/outlet', '/admin/outlet', 'admin', { name: '', timeZone: 'Nowhere', social: 'x', language: 'en' }),
    target('admin/contributors/:id', `/admin/contributors/${person}`, 'admin', { act: 'x', reason: 'Because.' }),
    target('admin/reasons', '/admin/reasons', 'admin', {
      act: 'save',
      key: 'length',
      outcome: 'not-ready',
      en: 'Words.',
      bg: '',
      ar: '',
    }),
    target('admin/newsletter', '/admin/newsletter', 'admin', {
      act: 'plan',
      audience: 'topic:none',
      daily: 'never',
      weekly: 'never',
      weeklyHour: '9',
    }),
    target('admin/newsletter/:id', `/admin/newsletter/${newsletter.draft}`, 'admin', {
      act: 'save',
      version: '999',
      audience: 'daily',
      subject: 'S',
      intro: '',
      story: 'none',
      add: 'none',
    }),
    target('admin/newsletter/:id/send', `/admin/newsletter/${newsletter.draft}/send`, 'admin', { version: '999' }),
    ...['', '/preview'].map((part) =>
      target(`admin/letters/:kind${part}`, `/admin/letters/declined${part}`, 'admin', {
        act: 'save',
        language: 'en',
        subject: 'S',
        body: '{reasons} {note}',
      }),
    ),
  ]
}

test('there is a hostile sender for every route that takes something', () => {
  const sending = (routes as RouteConfigEntry[])
    .map(({ path = '' }) => path)
    .filter((path) => rooms[path]?.sends && path !== '*')
  expect([...new Set(targets().map(({ path }) => path))].sort()).toEqual(sending.sort())
})

const deepArray = `${'['.repeat(20_000)}${']'.repeat(20_000)}`
const deepObject = `${'{"a":'.repeat(8_000)}1${'}'.repeat(8_000)}`

/** Whole bodies that are no good, each with its content type. */
const bodies: [what: string, type: string | null, body: string | Uint8Array<ArrayBuffer>][] = [
  ['nothing', null, ''],
  ['words', null, 'words'],
  ['percent signs', 'application/x-www-form-urlencoded', '%%%=%zz&=&==&&&%00=%00&a[]=1&a[b]=2'],
  ['ten thousand fields', 'application/x-www-form-urlencoded', 'a=1&'.repeat(10_000)],
  ['prototype fields', 'application/x-www-form-urlencoded', '__proto__=1&constructor=2&toString=3&hasOwnProperty=4'],
  [
    'half a multipart',
    'multipart/form-data; boundary=x',
    '--x\r\nContent-Disposition: form-data; name="photo"\r\n\r\nhalf',
  ],
  ['a multipart without names', 'multipart/form-data; boundary=x', '--x\r\n\r\nnothing\r\n--x--\r\n'],
  [
    'a multipart of another boundary',
    'multipart/form-data; boundary=y',
    '--x\r\nContent-Disposition: form-data; name="a"\r\n\r\nb\r\n--x--',
  ],
  [
    'a file where words belong',
    'multipart/form-data; boundary=x',
    fileParts(['headline', 'name', 'email', 'text', 'move', 'version', 'token']),
  ],
  ['half a JSON', 'application/json', '{"version":1,"headline":"'],
  ['JSON null', 'application/json', 'null'],
  ['JSON list', 'application/json', '[1,2,3]'],
  ['JSON number', 'application/json', '1e400'],
  ['JSON words', 'application/json', '"words"'],
  [
    'JSON of prototypes',
    'application/json',
    '{"__proto__":{"ok":true},"constructor":{"prototype":{"ok":true}},"toString":1}',
  ],
  ['deep lists', 'application/json', deepArray],
  ['deep objects', 'application/json', deepObject],
  ['no UTF-8', 'application/json', new Uint8Array([0x7b, 0x22, 0xff, 0xfe, 0x22, 0x3a, 0x31, 0x7d])],
  ['a form that says it is JSON', 'application/json', 'version=1&headline=H'],
  ['JSON that says it is a form', 'application/x-www-form-urlencoded', '{"version":1,"headline":"H"}'],
]

test('bodies that are no good', { timeout: 120_000 }, async () => {
  const wrong: string[] = []
  for (const { url, method, who } of targets())
    for (const [what, type, body] of bodies) {
      const answer = await send(who, method, url, type, body)
      clear(wrong, `${method} ${url}: ${what}`, answer)
    }
  expect(wrong).toEqual([])
})

/** Values for one field of a body that is otherwise good. */
const values: unknown[] = [
  '',
  '\u0000',
  'a\u0000b',
  '\ud800',
  'x\udfff y',
  '\u202e\u200f\ufeff',
  'a'.repeat(30_000),
  '9'.repeat(400),
  '-1',
  '1e308',
  'NaN',
  '__proto__',
  'constructor',
  '../../../../etc/passwd',
  "' OR 1=1 --",
  '<script>alert(1)</script>',
  '//evil.example',
  'https://evil.example/',
]
const jsonValues: unknown[] = [null, true, 0, -1, 1.5, 2 ** 53, [], {}, [[]], [null], { toString: 'x' }, { length: 9 }]

test('fields that are no good, one at a time', { timeout: 300_000 }, async () => {
  const wrong: string[] = []
  for (const { url, method, who, json, good } of targets())
    for (const field of Object.keys(good))
      for (const value of json ? [...values, ...jsonValues] : values) {
        const body = { ...good, [field]: value }
        const sent = json ? JSON.stringify(body) : formOf(body)
        const answer = await send(
          who,
          method,
          url,
          json ? 'application/json' : 'application/x-www-form-urlencoded',
          sent,
        )
        clear(wrong, `${method} ${url} ${field}=${String(JSON.stringify(value)).slice(0, 40)}`, answer)
        if (/evil\.example/.test(answer.location)) wrong.push(`${url} leads to ${answer.location}`)
      }
  expect(wrong).toEqual([])
})

test('fields given twice, unknown ones, and none at all', async () => {
  const wrong: string[] = []
  for (const { url, method, who, json, good } of targets()) {
    const type = json ? 'application/json' : 'application/x-www-form-urlencoded'
    for (const left of Object.keys(good)) {
      const { [left]: _, ...rest } = good
      const once = json ? JSON.stringify(rest) : formOf(rest)
      clear(wrong, `${url} without ${left}`, await send(who, method, url, type, once))
      const twice = json ? `{"${left}":1,${JSON.stringify(good).slice(1)}` : `${formOf(good)}&${left}=1&${left}=2`
      clear(wrong, `${url} with ${left} twice`, await send(who, method, url, type, twice))
    }
    const more = json
      ? JSON.stringify({ ...good, role: 'admin', isAdmin: true })
      : `${formOf(good)}&role=admin&isAdmin=1`
    clear(wrong, `${url} with a role`, await send(who, method, url, type, more))
  }
  expect(wrong).toEqual([])
})

test('copy that is no good is refused with faults, and none of it is kept', async () => {
  const draft = targets().find(({ path }) => path === 'my/stories/:id/draft')
  if (!draft) throw new Error('no draft to save')
  const text = (words: unknown) => ({ type: 'text', text: words })
  const paragraph = (...content: unknown[]) => ({ type: 'paragraph', content })
  const doc = (...content: unknown[]) => ({ type: 'doc', content })
  const deep = '@deep@'
  const deepJson = `${'{"type":"blockquote","content":['.repeat(3_000)}{"type":"paragraph"}${']}'.repeat(3_000)}`
  const copies: [string, unknown][] = [
    ['no document', 'words'],
    ['nothing', null],
    ['a list', []],
    ['an unknown block', doc({ type: 'script', content: [text('alert(1)')] })],
    ['an unknown mark', doc(paragraph({ ...text('x'), marks: [{ type: 'blink' }] }))],
    [
      'a script as a link',
      doc(paragraph({ ...text('x'), marks: [{ type: 'link', attrs: { href: 'javascript:alert(1)' } }] })),
    ],
    ['a strange level', doc({ type: 'heading', attrs: { level: 99 }, content: [text('x')] })],
    ['words that are a number', doc(paragraph(text(1)))],
    ['empty words', doc(paragraph(text('')))],
    [
      'a picture of nobody',
      doc({
        type: 'figure',
        attrs: { pictureId: '../../x', alt: '', decorative: false, credit: '', layout: 'inline' },
      }),
    ],
    [
      'attributes of a prototype',
      JSON.parse('{"type":"doc","__proto__":{"x":1},"content":[{"type":"paragraph","attrs":{"__proto__":{"y":1}}}]}'),
    ],
    ['content that is no list', { type: 'doc', content: { length: 1, 0: paragraph() } }],
    ['a depth without end', doc(deep)],
    ['a type that is an object', { type: { toString: 'doc' }, content: [] }],
  ]
  const wrong: string[] = []
  for (const [what, copy] of copies) {
    const answer = await send(
      'reporterA',
      'PUT',
      draft.url,
      'application/json',
      JSON.stringify({ ...draft.good, copy }).replace(`"${deep}"`, deepJson),
    )
    clear(wrong, `copy: ${what}`, answer)
    if (answer.status === 200) wrong.push(`copy: ${what} was taken`)
  }
  const control = JSON.stringify({ ...draft.good, copy: doc(paragraph(text('a\u0000b\u0007c\ud800d'))) })
  clear(
    wrong,
    'copy: letters that cannot be printed',
    await send('reporterA', 'PUT', draft.url, 'application/json', control),
  )
  expect(wrong).toEqual([])
})

test('what is too large, of another kind or from elsewhere is refused before it is read', async () => {
  const url = '/join'
  expect((await send('', 'POST', url, 'application/x-www-form-urlencoded', 'a'.repeat(70_000))).status).toBe(413)
  expect((await send('', 'POST', url, 'text/plain', 'name=x')).status).toBe(415)
  expect((await send('', 'POST', url, 'application/xml', '<a/>')).status).toBe(415)
  expect((await send('', 'POST', url, 'application/x-www-form-urlencoded', 'a=1', 'https://evil.example')).status).toBe(
    403,
  )
  expect((await send('', 'POST', url, 'application/x-www-form-urlencoded', 'a=1', 'null')).status).toBe(403)
})

test('files that only say they are photos', async () => {
  const url = `/pictures?story=${storyIn(house, 'draft').id}`
  const svg = '<svg xmlns="http://www.w3.org/2000/svg" width="900" height="900"><script>alert(1)</script></svg>'
  const files: [string, string | Uint8Array<ArrayBuffer>][] = [
    ['image/jpeg', 'GIF89a not really'],
    ['image/svg+xml', svg],
    ['image/jpeg', svg],
    ['image/png', new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 0])],
    ['image/jpeg', new Uint8Array([0xff, 0xd8, 0xff, 0xe0, 0, 0x10, 0x4a, 0x46, 0x49, 0x46])],
    ['application/octet-stream', new Uint8Array(1000)],
    ['image/webp', 'RIFF\u0001\u0000\u0000\u0000WEBPVP8 '],
  ]
  for (const [type, bytes] of files) {
    const { status } = await send('reporterA', 'POST', url, type, bytes)
    expect([type, status >= 400 && status < 500]).toEqual([type, true])
  }
})

test('addresses and questions that are no good', async () => {
  const wrong: string[] = []
  const draft = storyIn(house, 'draft').id
  const paths = [
    '/',
    '/desk',
    '/admin/contributors',
    '/admin/log',
    '/my/stories',
    `/my/stories/${draft}`,
    `/my/stories/${draft}/status`,
  ]
  paths.push('/sign-in', '/join', '/feed.xml', '/stories/x', `/desk/stories/${storyIn(house, 'in_review').id}`)
  const queries = [
    'q',
    'tab',
    'section',
    'topic',
    'text',
    'after',
    'done',
    'told',
    'refused',
    'faults',
    'next',
    'token',
    'role',
  ]
  const asked = [
    '%00',
    '__proto__',
    '%ED%A0%80',
    'a'.repeat(3000),
    '-1',
    '1e999_1e999',
    '%27%22%3Cx%3E',
    '//evil.example',
    'constructor',
    '9'.repeat(40),
  ]
  const look = async (what: string, path: string) => {
    const { status, location } = await send('admin', 'GET', path, null, '')
    if (status >= 500 || status < 200) wrong.push(`${what}: ${status}`)
    if (/evil\.example/.test(location)) wrong.push(`${what}: leads to ${location}`)
  }
  for (const path of paths)
    for (const value of asked) {
      const all = queries.map((name) => `${name}=${value.slice(0, 500)}`).join('&')
      await look(`${path}?…=${value.slice(0, 20)}`, `${path}?${all}`)
      await look(`${path}?_data=${value.slice(0, 20)}`, `${path}?_data=${value}&_data=2`)
      await look(`${path}?index=${value.slice(0, 20)}`, `${path}?index&index=${value}`)
    }
  for (const part of [
    '%00',
    '..%2f..%2fetc',
    '__proto__',
    'constructor',
    '%F0%28%8C%28',
    'a'.repeat(2000),
    '%2e%2e',
    "'",
    '1',
  ])
    for (const path of [
      '/stories/',
      '/topics/',
      '/sections/',
      '/contributors/',
      '/my/stories/',
      '/desk/stories/',
      '/admin/contributors/',
      '/pictures/x/',
      `/pictures/`,
      '/notes/',
      '/moves/',
    ])
      await look(path + part.slice(0, 20), path + part)
  expect(wrong).toEqual([])
})

type Answer = { status: number; text: string; location: string }

// node:http, because fetch would mend some of what is sent here.
function send(
  who: string,
  method: string,
  path: string,
  type: string | null,
  body: string | Uint8Array,
  origin = house.url,
): Promise<Answer> {
  const { hostname, port } = new URL(house.url)
  const bytes = Buffer.from(body)
  const cookie = cookies.get(who)
  const isRead = method === 'GET'
  const headers = {
    host: `${hostname}:${port}`,
    ...(cookie && { cookie }),
    ...(!isRead && { origin, 'content-length': bytes.byteLength }),
    ...(type && { 'content-type': type }),
  }
  return new Promise((resolve, reject) => {
    const request = rawRequest({ hostname, port, path, method, headers }, (answer) => {
      const parts: Buffer[] = []
      answer.on('data', (part: Buffer) => parts.push(part))
      answer.on('end', () => {
        const text = Buffer.concat(parts).toString()
        resolve({ status: answer.statusCode ?? 0, text, location: answer.headers.location ?? '' })
      })
      answer.on('error', reject)
    })
    request.on('error', reject)
    request.end(isRead ? undefined : bytes)
  })
}

/** Below 500, says something unless it leads on, and shows nothing of the house's inside. */
function clear(wrong: string[], what: string, { status, text, location }: Answer): void {
  if (status < 200 || status >= 500) wrong.push(`${what}: ${status} ${text.slice(0, 200)}`)
  else if (text === '' && location === '') wrong.push(`${what}: ${status} and not a word`)
  if (/node_modules|\bat [\w.]+ \(|SqliteError|ZodError|build\/server/.test(text))
    wrong.push(`${what}: tells of the inside`)
}

function formOf(fields: Record<string, unknown>): string {
  return Object.entries(fields)
    .map(([name, value]) => `${name}=${encoded(String(value))}`)
    .join('&')
}

// A lone surrogate has no right form; this is the wrong one that old programs send.
function encoded(value: string): string {
  return value
    .split(/(\p{Surrogate})/u)
    .map((part) => (/^\p{Surrogate}$/u.test(part) ? '%ED%A0%80' : encodeURIComponent(part)))
    .join('')
}

function fileParts(names: string[]): string {
  const parts = names.map(
    (name) =>
      `--x\r\nContent-Disposition: form-data; name="${name}"; filename="a.txt"\r\nContent-Type: text/plain\r\n\r\nfile\r\n`,
  )
  return `${parts.join('')}--x--\r\n`
}
