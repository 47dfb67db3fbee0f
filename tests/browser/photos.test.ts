// Photos from a phone: what the file tells, what is sent, bad lines, no line at all, and exactly one figure in the end.
import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { AxeBuilder } from '@axe-core/playwright'
import ExifReader from 'exifreader'
import type { Browser, BrowserContext, Locator, Page } from 'playwright-core'
import sharp from 'sharp'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { openBrowser, overflowOf, signInBy, visitor } from './browser.ts'
import { accountOf, type House, openHouse } from './house.ts'
import { heicLike, largePhoto, photoOnItsSide, photoWithPlace, pngPicture, secretOfPhoto } from './sample-photo.ts'

let house: House
let browser: Browser
let open: BrowserContext[] = []

beforeAll(async () => {
  ;[house, browser] = await Promise.all([openHouse(), openBrowser()])
})

afterEach(async () => {
  for (const context of open) await context.close()
  open = []
})

afterAll(async () => {
  await browser?.close()
  const log = house?.log() ?? ''
  expect(await house?.stop()).toBe(0)
  expect(log).not.toMatch(/"level":(50|60)/)
})

type Desk = { page: Page; context: BrowserContext; story: string; box: Locator; faults: string[] }

/** A writer with a new draft open, ready to type. */
async function writing(options: Parameters<typeof visitor>[2] = {}): Promise<Desk> {
  const { page, context, faults } = await visitor(browser, house, options)
  open.push(context)
  await signInBy(page, accountOf(house, 'reporterA'))
  await page.goto('/my/stories')
  await page.getByRole('main').getByRole('button', { name: 'Write a story' }).click()
  await page.getByRole('toolbar', { name: 'Formatting' }).waitFor()
  const story = page.url().split('/').at(-1) ?? ''
  const box = page.getByRole('textbox', { name: 'Story', exact: true })
  await box.click()
  await page.keyboard.type('The bridge was opened on Tuesday.')
  await page.keyboard.press('Enter')
  await page.keyboard.type('Nobody was hurt.')
  return { page, context, story, box, faults }
}

type File = { name: string; mimeType: string; buffer: Buffer }

async function chosen(page: Page, files: File | File[]): Promise<Locator> {
  await page.getByRole('button', { name: 'Add a photo' }).click()
  const dialog = page.getByRole('dialog', { name: 'Add a photo' })
  await dialog.locator('input[type=file]').setInputFiles(files)
  return dialog
}

async function add(dialog: Locator, caption: string): Promise<void> {
  await dialog.getByLabel('Caption', { exact: true }).fill(caption)
  await dialog.getByLabel('Credit', { exact: true }).fill('The reporter')
  await dialog.getByLabel('Description for people who cannot see it', { exact: true }).fill('Hills')
  await dialog.getByLabel('I took this photo or may publish it', { exact: true }).check()
  await dialog.getByRole('button', { name: 'Add the photo' }).click()
}

async function saved(page: Page): Promise<void> {
  await page
    .getByRole('status')
    .filter({ hasText: /^Saved$/ })
    .waitFor()
}

/** The bytes of the picture that the figure shows. */
async function servedBytes(desk: Desk): Promise<Buffer> {
  const src = await desk.box.locator('figure img').getAttribute('src')
  const answer = await desk.context.request.get(house.url + src)
  expect(answer.status()).toBe(200)
  return answer.body()
}

/** How many figures the saved draft has; its own page tells it. */
async function figuresSaved({ context, story }: Desk): Promise<number> {
  const page = await (await context.request.get(`${house.url}/my/stories/${story}`)).text()
  return (page.match(/"type":"figure"/g) ?? []).length
}

async function picturesOf({ context, story }: Desk): Promise<Set<string>> {
  return picturesIn(await (await context.request.get(`${house.url}/my/stories/${story}`)).text())
}

function picturesIn(html: string): Set<string> {
  return new Set([...html.matchAll(/\/pictures\/([0-9a-f]{24})\//g)].map(([, id]) => id ?? ''))
}

async function screenshot(page: Page, name: string): Promise<void> {
  if (process.env.PICTURES) await page.screenshot({ path: join(process.env.PICTURES, `${name}.png`) })
}

test('before anything is sent the dialog tells what the file tells, and no served byte tells it', async () => {
  const desk = await writing()
  const { page } = desk
  const asked: string[] = []
  page.on('request', (request) => {
    if (request.url().includes('/pictures')) asked.push(request.method())
  })
  const dialog = await chosen(page, await photoWithPlace())
  const told = dialog.getByRole('region', { name: 'What the file tells' })
  await told.waitFor()
  const said = await told.innerText()
  for (const part of ['2026-11-24 09:12:13', '42.50343, 24.19534', secretOfPhoto.camera, secretOfPhoto.software])
    expect(said).toContain(part)
  expect(said).toContain('Readers get nothing of this.')
  expect(said).toContain('The desk sees it')
  expect(asked).toEqual([])
  await add(dialog, 'The first cars')
  await desk.box.locator('figure img').waitFor()
  expect(await desk.box.locator('figure figcaption').innerText()).toBe('The first cars')
  const bytes = await servedBytes(desk)
  const tags = ExifReader.load(bytes, { expanded: true })
  expect([tags.exif, tags.gps, tags.xmp, tags.iptc]).toEqual([undefined, undefined, undefined, undefined])
  for (const secret of Object.values(secretOfPhoto)) expect(bytes.includes(Buffer.from(secret))).toBe(false)
  await saved(page)
  expect(desk.faults).toEqual([])
})

test('who does not want to tell sends not a byte of it', async () => {
  const desk = await writing()
  const sent: Buffer[] = []
  desk.page.on('request', (request) => {
    if (request.url().includes('/pictures')) sent.push(request.postDataBuffer() ?? Buffer.alloc(0))
  })
  const dialog = await chosen(desk.page, await photoWithPlace())
  await dialog.getByLabel('Do not send this information').check()
  await add(dialog, 'The first cars')
  await desk.box.locator('figure img').waitFor()
  const all = Buffer.concat(sent)
  expect(all.length).toBeGreaterThan(1000)
  for (const secret of ['Exif\0\0', '42.503', ...Object.values(secretOfPhoto)])
    expect(all.includes(Buffer.from(secret)), secret).toBe(false)
})

test('a photo taken on its side stands upright, and is turned as asked', async () => {
  const desk = await writing()
  const dialog = await chosen(desk.page, await photoOnItsSide())
  await dialog.getByRole('button', { name: 'Turn right' }).click()
  await add(dialog, 'Turned')
  await desk.box.locator('figure img').waitFor()
  // Upright it is 800 × 1200 with its red corner at the top left; a quarter to the right that corner is at the top right.
  const picture = sharp(await servedBytes(desk))
  const { width, height } = await picture.metadata()
  expect(width / height).toBeCloseTo(1.5, 1)
  const { data, info } = await picture.raw().toBuffer({ resolveWithObject: true })
  const redAt = (x: number, y: number) => {
    const at = (Math.round(y * (info.height - 1)) * info.width + Math.round(x * (info.width - 1))) * info.channels
    return (data[at] ?? 0) > 180 && (data[at + 1] ?? 0) < 90
  }
  expect([redAt(0.95, 0.05), redAt(0.05, 0.05), redAt(0.05, 0.95)]).toEqual([true, false, false])
})

test('several photos have their turn one after another; a large one is made smaller on the device', async () => {
  const desk = await writing()
  let bytes = 0
  desk.page.on('request', (request) => {
    if (request.method() === 'PATCH') bytes += request.postDataBuffer()?.length ?? 0
  })
  const large = await largePhoto()
  const dialog = await chosen(desk.page, [large, await pngPicture()])
  await dialog.getByText('1 of 2').waitFor()
  await add(dialog, 'The large one')
  await dialog.getByText('2 of 2').waitFor()
  expect(await dialog.getByLabel('Credit', { exact: true }).inputValue()).toBe('The reporter')
  expect(await dialog.getByLabel('Caption', { exact: true }).inputValue()).toBe('')
  await add(dialog, 'The drawing')
  await expectCount(desk.box.locator('figure img'), 2)
  expect(large.buffer.length).toBeGreaterThan(3_000_000)
  expect(bytes).toBeLessThan(large.buffer.length / 2)
  await saved(desk.page)
  expect((await picturesOf(desk)).size).toBe(2)
})

test('what cannot be read is refused at once, with what to do', async () => {
  const desk = await writing()
  const dialog = await chosen(desk.page, heicLike())
  await dialog.getByRole('alert').filter({ hasText: 'We cannot read HEIC photos here.' }).waitFor()
  await dialog
    .locator('input[type=file]')
    .setInputFiles({ name: 'x.jpg', mimeType: 'image/jpeg', buffer: Buffer.from('no') })
  await dialog.getByRole('alert').filter({ hasText: 'This is not a picture we can read.' }).waitFor()
  await dialog.getByRole('button', { name: 'Add the photo' }).click()
  await dialog.getByRole('button', { name: 'Cancel' }).click()
  expect(await desk.box.locator('figure, .uploading').count()).toBe(0)
})

test('an upload that is cut off in the middle goes on from there', async () => {
  const desk = await writing()
  const { page, context } = desk
  const pieces: { from: number; size: number }[] = []
  let cuts = 0
  await page.route('**/pictures/uploads/*', async (route) => {
    const request = route.request()
    const from = Number(new URL(request.url()).searchParams.get('from'))
    if (request.method() !== 'PATCH') return route.continue()
    pieces.push({ from, size: request.postDataBuffer()?.length ?? 0 })
    if (from > 0 && cuts === 0) {
      cuts += 1
      await context.setOffline(true)
      return route.abort('internetdisconnected')
    }
    return route.continue()
  })
  const dialog = await chosen(page, await largePhoto())
  await add(dialog, 'After the cut')
  await page.getByText('waits for the network').waitFor()
  await screenshot(page, 'waiting')
  await context.setOffline(false)
  await desk.box.locator('figure img').waitFor()
  expect(cuts).toBe(1)
  const sent = pieces.reduce((all, { size }) => all + size, 0)
  const whole = Math.max(...pieces.map(({ from, size }) => from + size))
  expect(sent - whole).toBeLessThanOrEqual(1024 * 1024)
  expect(pieces.filter(({ from }) => from === 0)).toHaveLength(1)
  await saved(page)
  expect((await picturesOf(desk)).size).toBe(1)
  expect(readdirSync(join(house.dataDir, 'uploads'))).toEqual([])
})

test('a photo added without network survives a reload, and is one picture and one figure when the network is back', async () => {
  const desk = await writing()
  const { page, context } = desk
  await saved(page)
  await page.route('**/pictures/uploads', (route) => route.abort('internetdisconnected'))
  const dialog = await chosen(page, await photoWithPlace())
  await add(dialog, 'Without network')
  await page.getByText('waits for the network').waitFor()

  // The page comes from the server; only the photos find no way.
  const second = await context.newPage()
  await page.close({ runBeforeUnload: false })
  await second.route('**/pictures/uploads', (route) => route.abort('internetdisconnected'))
  await second.goto(`/my/stories/${desk.story}`)
  await second.getByText('waits for the network').waitFor()
  await second.unroute('**/pictures/uploads')
  await second.evaluate(() => window.dispatchEvent(new Event('online')))
  const again = { ...desk, page: second, box: second.getByRole('textbox', { name: 'Story', exact: true }) }
  await again.box.locator('figure img').waitFor()
  await expectCount(again.box.locator('figure'), 1)
  expect(await again.box.locator('figure figcaption').innerText()).toBe('Without network')
  await saved(second)
  await second.reload()
  await again.box.locator('figure img').waitFor()
  await second.waitForTimeout(1500)
  expect(await again.box.locator('figure').count()).toBe(1)
  expect(await figuresSaved(again)).toBe(1)
  expect((await picturesOf(again)).size).toBe(1)
})

test('one undo takes the figure back, one redo brings it again, and a removed upload leaves nothing', async () => {
  const desk = await writing()
  const { page, box } = desk
  await add(await chosen(page, await photoWithPlace()), 'Undone')
  await box.locator('figure img').waitFor()
  await page.keyboard.press('Control+z')
  await expectCount(box.locator('figure'), 0)
  expect(await box.innerText()).toContain('The bridge was opened on Tuesday.')
  await page.keyboard.press('Control+Shift+z')
  await box.locator('figure img').waitFor()
  expect(await box.locator('figure img').evaluate((image: HTMLImageElement) => image.decode().then(() => true))).toBe(
    true,
  )

  await page.route('**/pictures/uploads', (route) => route.abort('internetdisconnected'))
  await add(await chosen(page, await pngPicture()), 'Removed')
  await page.getByText('waits for the network').waitFor()
  await page.unroute('**/pictures/uploads')
  await box.locator('.uploading').getByRole('button', { name: 'Remove the photo' }).click()
  await expectCount(box.locator('.uploading'), 0)
  await page.waitForTimeout(1500)
  expect(await box.locator('figure').count()).toBe(1)
  await page.reload()
  await box.locator('figure img').waitFor()
  await page.waitForTimeout(1000)
  expect([await box.locator('figure').count(), await box.locator('.uploading').count()]).toEqual([1, 0])
})

test('a graphic picture is covered in the editor and in the paper, and opens without script', async () => {
  const desk = await writing()
  const { page, box, story, context } = desk
  await page.getByRole('textbox', { name: 'Headline', exact: true }).fill('A graphic headline')
  await page.getByLabel('Section', { exact: true }).selectOption({ index: 1 })
  const dialog = await chosen(page, await photoWithPlace())
  await dialog.getByLabel('Graphic picture', { exact: true }).check()
  await dialog.getByLabel('Licence', { exact: true }).selectOption('cc-by')
  await add(dialog, 'After the fire')
  await box.locator('figure.graphic img').waitFor()
  expect(await box.locator('figure').innerText()).toContain('Graphic picture')
  await saved(page)
  await screenshot(page, 'editor-graphic')
  await page.getByRole('button', { name: 'Send to the desk' }).click()
  await page.waitForURL(/\/status/)

  const editor = await visitor(browser, house)
  open.push(editor.context)
  await signInBy(editor.page, accountOf(house, 'editorA'))
  const status = await (await context.request.get(`${house.url}/my/stories/${story}/status`)).text()
  const claimed = await editor.context.request.post(`${house.url}/moves/${story}`, {
    headers: { origin: house.url, accept: 'application/json' },
    data: { move: 'claim', version: Number(/name="version" value="(\d+)"/.exec(status)?.[1]) },
  })
  expect(claimed.status()).toBe(200)
  await editor.page.goto(`/desk/stories/${story}`)
  for (const move of ['Approve', 'Publish now']) {
    await editor.page.getByRole('main').getByRole('button', { name: move, exact: true }).click()
    await editor.page.getByRole('dialog', { name: move }).getByRole('button', { name: move }).click()
    await editor.page.waitForURL(/done=/)
  }
  const reader = await visitor(browser, house, { javaScriptEnabled: false, viewport: { width: 360, height: 800 } })
  open.push(reader.context)
  await reader.page.goto('/stories/a-graphic-headline')
  const image = reader.page.getByRole('img', { name: 'Hills' })
  expect(await image.isVisible()).toBe(false)
  await screenshot(reader.page, 'paper-graphic-closed')
  expect(await reader.page.getByRole('link', { name: 'CC BY 4.0' }).getAttribute('href')).toContain(
    'creativecommons.org',
  )
  await reader.page.getByText('Graphic picture – show').focus()
  await reader.page.keyboard.press('Enter')
  await image.waitFor()
  expect(await overflowOf(reader.page)).toEqual([])
  await screenshot(reader.page, 'paper-graphic-open')
  const feed = await (await fetch(`${house.url}/feed.xml`)).text()
  expect(feed).toContain('A graphic picture is shown in the story on our site.')
  const [picture = ''] = picturesIn(await reader.page.content())
  expect(feed).not.toContain(picture)
  expect(await (await fetch(house.url)).text()).not.toContain(picture)
})

test('the dialog fits a phone and a desk, in light and dark', async () => {
  for (const [width, colorScheme] of [
    [360, 'light'],
    [360, 'dark'],
    [1280, 'light'],
    [1280, 'dark'],
  ] as const) {
    const desk = await writing({ viewport: { width, height: 800 }, colorScheme, hasTouch: width === 360 })
    const dialog = await chosen(desk.page, await photoWithPlace())
    await dialog.getByRole('region', { name: 'What the file tells' }).waitFor()
    expect(await overflowOf(desk.page)).toEqual([])
    const inside = await dialog.evaluate((element) => element.scrollWidth <= element.clientWidth)
    expect(inside).toBe(true)
    const { violations } = await new AxeBuilder({ page: desk.page }).setLegacyMode(true).include('dialog').analyze()
    expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([])
    await screenshot(desk.page, `dialog-${width}-${colorScheme}`)
  }
})

async function expectCount(found: Locator, count: number): Promise<void> {
  await expect.poll(() => found.count(), { timeout: 20_000 }).toBe(count)
}
