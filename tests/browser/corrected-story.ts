// A published story gets its next edition through the desk's forms: begun, written, approved by another and printed.
import { accountOf, type House, type SeededStory, signIn } from './house.ts'

/** `hideReason`: readers are not to see what the edition takes out, and why. */
export type NextWords = { text: string; headline?: string; standfirst?: string; note?: string; hideReason?: string }

/** Prints the story's second edition, with `text` in the place of its words. */
export async function correctStory(house: House, story: SeededStory, words: NextWords): Promise<void> {
  await prepareEdition(house, story, words)
  const admin = await signIn(house, accountOf(house, 'admin'))
  await send(house, admin, `/desk/stories/${story.id}/next`, { act: 'approve', version: '2' })
  await send(house, admin, `/moves/${story.id}`, { move: 'correct', version: String(story.version) })
}

/** Begins the next edition and writes it; nobody has approved it. */
export async function prepareEdition(house: House, story: SeededStory, words: NextWords): Promise<void> {
  const next = `/desk/stories/${story.id}/next`
  const editor = await signIn(house, accountOf(house, 'editorA'))
  await send(house, editor, next, { act: 'begin', kind: 'correction', ticket: '' })
  const { hideReason, ...said } = words
  await send(house, editor, next, {
    act: 'save',
    version: '1',
    kind: 'correction',
    headline: `Bridge over the river ${story.canaries.headline}`,
    standfirst: 'It is open.',
    note: 'An earlier edition named the wrong day. It was a Monday.',
    ...said,
    ...(hideReason === undefined ? {} : { hide: 'on', hideReason }),
  } as Record<string, string>)
}

async function send(house: House, cookie: string, path: string, fields: Record<string, string>): Promise<void> {
  const answer = await fetch(house.url + path, {
    method: 'POST',
    headers: { origin: house.url, cookie },
    body: new URLSearchParams(fields),
    redirect: 'manual',
  })
  const said = await answer.text()
  if (answer.status !== 303)
    throw new Error(
      `${path} ${fields.act ?? fields.move}: ${answer.status} ${said.replace(/[\s\S]*<main/, '').slice(0, 600)}`,
    )
}
