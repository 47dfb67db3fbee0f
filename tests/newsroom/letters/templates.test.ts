// Own words for letters: which places a kind knows, what is refused, and how facts come into the words.
import { expect, test } from 'vitest'
import { letterKinds } from '#app/newsroom/letters/kinds.ts'
import { bookTemplate, sampleLetter } from '#app/newsroom/letters/sample-letter.ts'
import {
  filledTemplate,
  type LetterPlace,
  letterPlaces,
  placesOf,
  templateFaults,
  writableKinds,
} from '#app/newsroom/letters/templates.ts'
import { languages } from '#app/words/languages.ts'
import { letterWordsFor } from '#app/words/letters.ts'
import { wordsFor } from '#app/words/words.ts'

const facts = Object.fromEntries(letterPlaces.map((place) => [place, `(${place})`])) as Record<LetterPlace, string>

test('the book’s words of every kind and language are words that may be put', () => {
  for (const { code } of languages)
    for (const kind of writableKinds) {
      const template = bookTemplate(kind, letterWordsFor(code))
      expect([code, kind, templateFaults(kind, template)]).toEqual([code, kind, []])
      expect(template.subject + template.body).not.toMatch(/undefined|\[object/)
    }
})

test('a place that the kind does not know is refused and named, in subject and body', () => {
  expect(templateFaults('receipt', { subject: 'About {nubmer}', body: 'It has {points}. {}' })).toEqual([
    { field: 'subject', code: 'template-place', place: 'nubmer' },
    { field: 'body', code: 'template-place', place: 'points' },
    { field: 'body', code: 'template-place', place: '' },
  ])
})

test('words for the reporter have no place for what only the desk says', () => {
  for (const kind of writableKinds)
    if (letterKinds[kind].for !== 'desk') expect([kind, placesOf(kind).includes('deskNote')]).toEqual([kind, false])
})

test('a no may not leave its reasons unsaid', () => {
  for (const kind of ['declined', 'rejected'] as const)
    expect(templateFaults(kind, { subject: 'No', body: 'No.' })).toEqual([
      { field: 'body', code: 'template-lacks', place: 'reasons' },
      { field: 'body', code: 'template-lacks', place: 'note' },
    ])
})

test('empty and endless words are refused', () => {
  expect(templateFaults('receipt', { subject: ' ', body: 'x'.repeat(4001) })).toEqual([
    { field: 'subject', code: 'template-empty' },
    { field: 'body', code: 'template-long' },
  ])
})

test('facts come into their places once: braces in a headline stay braces', () => {
  const said = filledTemplate(
    'declined',
    { subject: '{number}: {headline}', body: 'Why:\n{reasons}\n\n{note}' },
    { ...facts, headline: 'A {note} and {reasons}', note: '{number} {deskNote}' },
  )
  expect(said).toEqual({
    subject: '(number): A {note} and {reasons}',
    lines: ['Why:', '(reasons)', '{number} {deskNote}'],
  })
})

test('a paragraph whose fact is not known is left out', () => {
  const template = { subject: 'Got it', body: 'Thank you.\nUntil {date}.\n{number}' }
  expect(filledTemplate('receipt', template, { ...facts, date: '' }).lines).toEqual(['Thank you.', '(number)'])
})

test('the preview of every kind and language is a letter, and holds nothing that runs', () => {
  for (const { code: language } of languages)
    for (const kind of writableKinds) {
      const around = {
        words: letterWordsFor(language),
        sample: wordsFor(language).lists.letters.sample,
        outlet: { deskName: 'Desk', timeZone: 'Europe/Sofia' },
        paper: { url: 'http://localhost:3000', outletName: 'Courier', language },
      }
      const book = sampleLetter(kind, null, around, new Date('2026-11-24T12:00:00Z'))
      expect(book.html).toContain(`<html lang="${language}"`)
      const mine = sampleLetter(kind, { subject: 'S', body: '<script>alert(1)</script>' }, around, new Date(0))
      expect(mine.subject).toBe(letterKinds[kind].for === 'both' || mine.subject === 'S' ? 'S' : book.subject)
      expect(mine.html).not.toContain('<script')
      expect(mine.text).toContain('<script>alert(1)</script>')
    }
})
