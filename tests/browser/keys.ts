// Going through a page by keyboard alone, as somebody does who sees where the focus is.

import type { Locator, Page } from 'playwright-core'
import { expect } from 'vitest'

/** Goes on by Tab until this is what has the focus; every stop on the way must be seen to have it. */
export async function reachByTab(page: Page, wanted: Locator): Promise<void> {
  for (let stops = 0; stops < 150; stops++) {
    if (await wanted.evaluate((element) => element === document.activeElement)) return
    await page.keyboard.press('Tab')
    expect(await page.evaluate(unseenFocus)).toBe('')
  }
  throw new Error(`Tab never comes to ${wanted}`)
}

/** What has the focus without showing it; '' when it is shown, or when nothing but the page has it. */
function unseenFocus(): string {
  const element = document.activeElement
  if (!element || element === document.body || element === document.documentElement) return ''
  const shows = (one: Element) => {
    const { outlineStyle, outlineWidth, boxShadow, opacity } = getComputedStyle(one)
    return opacity !== '0' && ((outlineStyle !== 'none' && outlineWidth !== '0px') || boxShadow !== 'none')
  }
  // A field of the page itself shows its caret; a hidden input is shown by its label.
  const isText = element.matches('textarea, [contenteditable], input:not([type=checkbox], [type=radio], [type=file])')
  const around = [element, element.parentElement, ...((element as HTMLInputElement).labels ?? [])]
  return isText || around.some((one) => one && shows(one)) ? '' : element.outerHTML.slice(0, 200)
}
