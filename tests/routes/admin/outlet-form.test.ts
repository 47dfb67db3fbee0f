// The outlet's form: what is read from settings and saved unchanged is the same settings; faults name their fields.
import { expect, test } from 'vitest'
import { type OutletSettings, outletSettings } from '#app/newsroom/outlet/settings.ts'
import { fieldsOf, outletForm, settingsOf } from '#app/routes/admin/outlet-form.ts'
import { wordsFor } from '#app/words/words.ts'

const words = wordsFor('en')

const full: OutletSettings = outletSettings.parse({
  name: 'The Test Courier',
  shortName: 'Courier',
  agency: 'TC',
  tagline: 'Checked.',
  language: 'bg',
  timeZone: 'Europe/Sofia',
  about: 'Who we are.',
  social: [
    { name: 'Our channel', url: 'https://t.example/courier' },
    { name: 'X', url: 'https://x.example/c' },
  ],
  deskName: 'Desk',
  promise: 'We answer.',
  policies: {
    editorial: ['One.', 'Two.'],
    corrections: ['Three.'],
    ethics: ['Five.'],
    ownership: [],
    privacy: [],
    safety: [],
    agreement: ['Four.'],
  },
  keepEvidence: 'original',
  storyLanguages: ['ro', 'mk'],
  aiDeclaration: 'required',
  accent: 'plum',
  wire: { trainingCrawlers: 'allow', securityContact: 'mailto:a@example.org' },
})

test('every setting goes through the form and comes back the same', () => {
  for (const settings of [full, outletSettings.parse({})])
    expect(settingsOf(outletForm.parse(fieldsOf(settings)), words)).toEqual({ ok: true, settings })
})

test('each field that is wrong is named, with a sentence', () => {
  const typed = {
    ...fieldsOf(full),
    name: ' ',
    agency: 'Much too long for it',
    timeZone: 'Mars/Olympus',
    language: 'English',
    social: 'https://no-name.example',
    storyLanguages: 'Bulgarian',
    keepEvidence: 'all',
    hub: 'http://plain.example',
    editorial: 'x'.repeat(2001),
  }
  const judged = settingsOf(typed, words)
  const faults = judged.ok ? [] : judged.faults
  expect(faults.map(({ field }) => field).sort()).toEqual(
    ['agency', 'editorial', 'hub', 'keepEvidence', 'language', 'name', 'social', 'storyLanguages', 'timeZone'].sort(),
  )
  expect(faults.every(({ message }) => message.length > 10)).toBe(true)
})

test('strange lines of links give a fault and no error', () => {
  for (const social of [
    'javascript:alert(1)',
    'A javascript:alert(1)',
    'A b c',
    ' ',
    '\u0000',
    'A https://',
    'x'.repeat(9000),
  ]) {
    const judged = settingsOf({ ...fieldsOf(full), social }, words)
    expect(judged.ok ? judged.settings.social : judged.faults.map(({ field }) => field)).toEqual(
      social.trim() ? ['social'] : [],
    )
  }
})
