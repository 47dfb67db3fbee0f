// The house checks: what each finds, where it says it stands, what it leaves alone, and that no copy is too much for them.
import { Node } from '@tiptap/pm/model'
import { expect, test } from 'vitest'
import { houseFaults } from '#app/newsroom/story/checks/house-checks.ts'
import { withoutTrackers } from '#app/newsroom/story/checks/links.ts'
import type { Copy, CopyNode } from '#app/newsroom/story/copy/check-copy.ts'
import { copySchema } from '#app/newsroom/story/copy/story-extensions.ts'
import type { ReadinessFault } from '#app/newsroom/story/readiness.ts'
import { demoStories } from '../../../../bin/demo/stories.ts'
import {
  bold,
  copyOf,
  dateline,
  figure,
  heading,
  list,
  newsStory,
  note,
  p,
  randomCopy,
  text,
} from '../copy/sample-copy.ts'

const linkTo = (words: string, href: string) => text(words, { type: 'link', attrs: { href } })

function codes(copy: Copy, language = 'en'): string[] {
  return houseFaults(copy, language).map(({ code }) => code)
}

function found(words: string, language = 'en'): string[] {
  return codes(copyOf(p(words)), language)
}

test('a quotation needs somebody who said it, in English and in Bulgarian', () => {
  expect(found('“We had nothing at all left to eat that night.”')).toEqual(['quote-unattributed'])
  expect(found('„Нямахме абсолютно нищо за ядене тази нощ.“', 'bg')).toEqual(['quote-unattributed'])
  for (const said of [
    '“We had nothing at all left to eat that night,” said the mayor.',
    'The mayor: “We had nothing at all left to eat that night.”',
    '“We had nothing at all left to eat that night.” – Ivan',
    'It was cold in Sofia when Maria Ilieva came: “we had nothing at all left.”',
    'The “Balkan Express of the Northern Line” was late.',
    'They call it “the long way” here.',
  ])
    expect([said, found(said)]).toEqual([said, []])
  expect(found('„Нямахме нищо за ядене тази нощ“, каза кметът.', 'bg')).toEqual([])
  expect(found('«Nous n’avions plus rien à manger cette nuit.»', 'fr')).toEqual([])
})

test('a neighbouring paragraph may say who speaks', () => {
  const quote = p('“We had nothing at all left to eat that night.”')
  expect(codes(copyOf(p('The mayor told us about it.'), quote))).toEqual([])
  expect(codes(copyOf(p('About the night she wrote:'), quote))).toEqual([])
  expect(codes(copyOf(p('It was cold.'), quote))).toEqual(['quote-unattributed'])
})

test('a block quotation needs its source', () => {
  const quote = (source: string): CopyNode => ({
    type: 'blockquote',
    attrs: { source, cite: '' },
    content: [p('We keep our word.'), p('Always.')],
  })
  expect(codes(copyOf(p('It was cold.'), quote('')))).toEqual(['quote-unattributed'])
  expect(codes(copyOf(p('It was cold.'), quote('The mayor')))).toEqual([])
})

test('brackets and quotation marks of several languages have their partners', () => {
  for (const whole of [
    '(a) [b] {c}',
    '“so”',
    '„така“',
    '„so”',
    '«ainsi»',
    '»so«',
    '"so"',
    'a 21" screen',
    'a) first',
    ':)',
  ])
    expect([whole, found(whole, 'fr')]).toEqual([whole, []])
  expect(found('The bridge (opened in May is closed.')).toEqual(['bracket-open'])
  expect(found('The bridge opened in May) is closed.')).toEqual(['bracket-open'])
  expect(found('“We are closed, said the sign.')).toEqual(['quote-mark-open'])
  expect(found('„Затворено е, пишеше на табелата.', 'bg')).toEqual(['quote-mark-open'])
  expect(found('«Fermé.', 'fr')).toEqual(['quote-mark-open'])
  expect(codes(copyOf(p('“One, said the mayor.'), p('“Two, he said.”')))).toEqual([])
})

test('a word stands twice, also in Cyrillic, but not where language wants it', () => {
  expect(found('We went to the the bridge.')).toEqual(['word-twice'])
  expect(found('Отидохме до до моста.', 'bg')).toEqual(['word-twice'])
  for (const fine of [
    'He had had enough.',
    'I know that that is so.',
    'In Baden Baden it rained.',
    'It was 10 10 years ago.',
  ])
    expect([fine, found(fine)]).toEqual([fine, []])
  expect(found('Вървяхме много много бавно.', 'bg')).toEqual([])
  expect(found('Yavaş yavaş geldi.', 'tr')).toEqual([])
  expect(found('the end. The beginning')).toEqual([])
})

test('long paragraphs and sentences are named', () => {
  const sentence = `${Array.from({ length: 12 }, () => 'word')
    .map((word, i) => word + i)
    .join(' ')}.`
  expect(found(Array.from({ length: 11 }, () => sentence).join(' '))).toEqual(['paragraph-long'])
  expect(found(Array.from({ length: 9 }, () => sentence).join(' '))).toEqual([])
  expect(found(`${Array.from({ length: 51 }, (_, i) => `word${i}`).join(' ')}.`)).toEqual(['sentence-long'])
})

test('links that follow, hide or lead nowhere', () => {
  const [fault] = houseFaults(copyOf(p(linkTo('here', 'https://example.org/a?id=1&utm_source=x&fbclid=2#part'))), 'en')
  expect(fault).toMatchObject({ code: 'link-tracks', mend: 'https://example.org/a?id=1#part' })
  expect(codes(copyOf(p(linkTo('here', 'https://bit.ly/abc'))))).toEqual(['link-shortened'])
  for (const own of ['http://localhost:3000/', 'http://192.168.1.4/a', 'https://nas.local/x', 'http://10.0.0.1/'])
    expect([own, codes(copyOf(p(linkTo('here', own))))]).toEqual([own, ['link-private']])
  for (const fine of ['https://example.org/?si=1&id=2', 'https://172.217.0.1/', '/topics/border', 'https://t.com/co'])
    expect([fine, codes(copyOf(p(linkTo('here', fine))))]).toEqual([fine, []])
  expect(withoutTrackers('https://youtu.be/x?si=abc', 'youtu.be')).toBe('https://youtu.be/x')
  expect(withoutTrackers('https://example.org/?a=%20b&gclid=1&c', 'example.org')).toBe('https://example.org/?a=%20b&c')
})

test('marks to come back to, and marks that shout', () => {
  for (const left of [
    `Ask the mayor ${'TO' + 'DO'} first`,
    'His name is xxx.',
    'It cost [TK] leva.',
    'It cost (?) leva.',
  ])
    expect([left, found(left)]).toEqual([left, ['left-over']])
  expect(found('Unbelievable!!')).toEqual(['marks-many'])
  expect(found('Really??')).toEqual(['marks-many'])
  for (const fine of ['Really?! Yes!', 'The XXX Olympiad', 'Flight TK 1027', 'A todo list', '(…)'])
    expect([fine, found(fine)]).toEqual([fine, []])
})

test('addresses and numbers of people are asked about, those of offices and dates are not', () => {
  expect(found('Write to ivan.petrov@example.org today')).toEqual(['private-email'])
  expect(codes(copyOf(p(linkTo('Ivan', 'mailto:ivan@example.org'))))).toEqual(['private-email'])
  expect(found('Call her on +359 88 123 4567 now')).toEqual(['private-phone'])
  expect(found('Call 0888 123 456 now')).toEqual(['private-phone'])
  for (const fine of [
    'Write to info@example.org',
    'On 01.02.2026 and 24/11/2026',
    'From 08.00-16.30 daily',
    'It cost 1 200 000 000 leva',
    'ISBN 978-3-16-148410-0',
    'Call 112',
    'A share of 0.333333333',
    'Between 2001-2026',
  ])
    expect([fine, found(fine)]).toEqual([fine, []])
})

test('what the desk wrote into the copy is not the writer’s', () => {
  expect(codes(copyOf(p('On ', text('the the xxx 16 October (', note), 'it opened.')))).toEqual([])
})

test('a place selects exactly the words that are meant, however deep they stand', () => {
  const twice = () => p('So ', text('the', bold), ' the end.')
  const copy = copyOf(
    dateline(),
    p('First.'),
    twice(),
    list('bulletList', [p('a'), list('orderedList', [p('b')], [twice()])]),
    { type: 'blockquote', attrs: { source: 'x', cite: '' }, content: [p('c', { type: 'hardBreak' }), twice()] },
    { type: 'factBox', attrs: { kind: 'facts', title: '' }, content: [heading('h', 3), twice()] },
    figure('yard', text('See the the yard')),
  )
  const doc = Node.fromJSON(copySchema, copy)
  const faults = houseFaults(copy, 'en')
  expect(faults.map((fault) => wordsAt(doc, fault))).toEqual(faults.map(() => 'the the'))
  expect(faults).toHaveLength(5)
  const [quote] = houseFaults(
    copyOf(p('It rained.'), { type: 'blockquote', attrs: { source: '', cite: '' }, content: [p('One.'), p('Two.')] }),
    'en',
  )
  expect(quote?.at).toEqual({ block: 1, from: 2, to: 12 })
})

function wordsAt(doc: Node, { at }: ReadinessFault): string {
  if (!at) return ''
  let start = 0
  for (let i = 0; i < at.block; i++) start += doc.child(i).nodeSize
  return doc.textBetween(start + at.from, start + at.to, '¶')
}

test('places lie inside random copies, and nothing throws', () => {
  for (let seed = 0; seed < 3000; seed++) {
    const copy = randomCopy(seed)
    const doc = Node.fromJSON(copySchema, copy)
    for (const language of ['en', 'bg', 'ar'])
      for (const { at } of houseFaults(copy, language)) {
        if (!at) throw new Error('a finding without a place')
        const block = doc.child(at.block)
        expect(at.from >= 0 && at.from < at.to && at.to <= block.nodeSize).toBe(true)
      }
  }
})

test('time grows with the length and no faster, whatever is written', () => {
  const shapes = ['a', '(', '“', '"', '! ', 'the ', 'a.b@', '0 1', '+1 ', 'x', '[', '. ', '„а“ ', '@', '-', '«']
  for (const shape of shapes) {
    const timeOf = (letters: number) => {
      const copy = { type: 'doc', content: [p(shape.repeat(letters / shape.length))] } as Copy
      houseFaults(copy, 'en')
      const begun = performance.now()
      houseFaults(copy, 'en')
      return performance.now() - begun
    }
    const [short, long] = [timeOf(20_000), timeOf(200_000)]
    // Ten times the length; thirty times the time leaves room for a busy machine, a square would be a hundred.
    expect([shape, long < 30 * Math.max(short, 10)]).toEqual([shape, true])
  }
})

test('at most five of a kind are named', () => {
  expect(codes(copyOf(...Array.from({ length: 9 }, () => p('It is the the end.'))))).toHaveLength(5)
})

test('stories that were printed raise no false alarm', () => {
  const faults = demoStories.flatMap(({ key, copy, language = 'en' }) =>
    houseFaults(copy as unknown as Copy, language).map(({ code }) => `${key}: ${code}`),
  )
  // Three sentences of the demo have more than fifty words indeed.
  expect(faults).toEqual([
    'tank-rolls-again: sentence-long',
    'radar-open-day: sentence-long',
    'museum-night-shift: sentence-long',
  ])
  expect(codes(newsStory(900)).filter((code) => code !== 'word-twice')).toEqual([])
  const bulgarian = copyOf(
    p('Мостът над Луда Яна беше отворен във вторник сутринта (в 9,30 ч.) след две години ремонт.'),
    p('„Чакахме го от пролетта и вече не вярвахме, че ще стане“, каза кметът Иван Петров пред жителите.'),
    p(
      'По думите му „общината няма да плати нито лев повече от договореното“. Парадът „Панагюрище 2026“ ще мине по него.',
    ),
    p(
      'Телефон за сигнали: 112. Работно време: 8.00–17.00 ч. Повече на ',
      linkTo('страницата', 'https://example.org/a'),
    ),
  )
  expect(codes(bulgarian, 'bg')).toEqual([])
})
