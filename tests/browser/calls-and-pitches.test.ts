// What the desk looks for and ideas sent first, without script: from the call to the story that answers it.
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openBrowser, overflowOf, signInBy, visitor } from './browser.ts'
import { accountOf, type House, letterTo, openHouse } from './house.ts'

const call = 'Wells that soldiers dug'
const idea = ['The garrison dug a well for the village.', 'Nobody has tested the water.', 'I drink from it.']

let house: House
let browser: Browser
let reporter: Page
let editor: Page
let faults: string[][] = []

beforeAll(async () => {
  ;[house, browser] = await Promise.all([openHouse(), openBrowser()])
  const plain = { javaScriptEnabled: false, viewport: { width: 360, height: 800 } }
  const [one, two] = [await visitor(browser, house, plain), await visitor(browser, house, plain)]
  reporter = one.page
  editor = two.page
  faults = [one.faults, two.faults]
  await signInBy(reporter, accountOf(house, 'reporterB'))
  await signInBy(editor, accountOf(house, 'editorA'))
})

afterAll(async () => {
  await browser?.close()
  expect(await house?.stop()).toBe(0)
})

test('an editor opens a call; what was typed stays when something is missing', async () => {
  await editor.goto('/desk/calls')
  await editor.getByLabel('Title', { exact: true }).fill(call)
  await editor.getByRole('button', { name: 'Open the call' }).click()
  await editor.getByText('There is a problem').waitFor()
  expect(await editor.title()).toMatch(/^Error: /)
  expect(await editor.getByLabel('Title', { exact: true }).inputValue()).toBe(call)
  await editor.getByLabel('What we look for', { exact: true }).fill('Where are they, and who tests the water?')
  await editor.getByRole('button', { name: 'Open the call' }).click()
  await editor.waitForURL(/done=made/)
  expect(await overflowOf(editor)).toEqual([])
})

test('readers and reporters see it at once', async () => {
  await reporter.goto('/be-a-reporter')
  expect(await reporter.getByRole('main').innerText()).toContain(call)
  await reporter.goto('/my/stories')
  expect(await reporter.getByRole('main').innerText()).toContain(call)
  expect(await overflowOf(reporter)).toEqual([])
})

test('an idea in three lines is sent, and refused when it is longer', async () => {
  await reporter.goto('/my/pitches/new')
  const text = reporter.getByLabel('Your idea in three lines', { exact: true })
  await text.fill([...idea, 'And more.'].join('\n'))
  await reporter.getByLabel('Section', { exact: true }).selectOption({ index: 1 })
  await reporter.getByLabel('Answers this call', { exact: true }).selectOption({ label: call })
  await reporter.getByRole('button', { name: 'Send the idea' }).click()
  await reporter.getByText('There is a problem').waitFor()
  expect(await text.inputValue()).toContain('And more.')
  await text.fill(idea.join('\n'))
  await reporter.getByRole('button', { name: 'Send the idea' }).click()
  await reporter.waitForURL(/\/my\/pitches\/[\w-]+\?done=sent/)
  await letterTo(house, accountOf(house, 'reporterB').email, 'pitch-receipt')
  await letterTo(house, accountOf(house, 'editorA').email, 'new-pitch', idea[0])
})

test('the desk answers it, and the story begins with its words and its call', async () => {
  await editor.goto('/desk/pitches')
  const waiting = editor.getByRole('listitem').filter({ hasText: idea[0] })
  await waiting.getByLabel('Answer', { exact: true }).fill('Yes, with the test.')
  await waiting.getByRole('button', { name: 'Yes, please write it' }).click()
  await editor.waitForURL(/done=answered/)
  await letterTo(house, accountOf(house, 'reporterB').email, 'pitch-welcomed', 'Yes, with the test.')
  await reporter.reload()
  await reporter.getByRole('button', { name: 'Write this story' }).click()
  await reporter.waitForURL(/\/my\/stories\/[\w-]+$/)
  expect(await reporter.getByRole('textbox', { name: 'Story', exact: true }).inputValue()).toContain(idea[1])
  expect(await reporter.getByLabel('Answers this call', { exact: true }).inputValue()).toBe('wells-that-soldiers-dug')
  expect(faults.flat()).toEqual([])
})
