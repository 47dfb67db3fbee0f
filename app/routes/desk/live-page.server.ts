// What every door of a topic's live coverage shares: the page's data, and what is answered where something was refused.
import { json } from '@remix-run/node'
import { z } from 'zod'
import { entryToCorrect, liveDesk } from '#app/newsroom/desk/live-desk.server.ts'
import { sectionsOf } from '#app/newsroom/outlet/outlet.server.ts'
import type { Person } from '#app/newsroom/people/person.ts'
import type { LiveDone } from '#app/newsroom/topics/live.ts'
import { readQuery } from '#app/platform/read-form.server.ts'
import { notFound } from '#app/routes/door.ts'
import type { LiveForm, LiveRefused } from '#app/ui/desk/live/live-refused.ts'
import { type Words, wordsFor } from '#app/words/words.ts'

const doneWords = [
  'opened',
  'published',
  'approved',
  'declined',
  'corrected',
  'marked',
  'removed',
  'closed',
  'photo',
  'photo-out',
] as const

const query = z.strictObject({
  done: z
    .enum([...doneWords, ''])
    .catch('')
    .default(''),
  /** The entry that the list begins with. */
  entry: z.string().max(40).catch('').default(''),
})

type Reader = Parameters<typeof liveDesk>[0]

/** The page of a topic's coverage for who looks; 404 where there is no such topic. */
export async function livePage(db: Reader, url: string, topic: string, who: Person, when: Date) {
  const { done, entry } = readQuery(url, query)
  const [live, sections] = await Promise.all([liveDesk(db, topic, entry || null, who, when), sectionsOf(db)])
  if (!live) throw notFound()
  const { name, role, confirmed, language } = who
  return {
    person: { name, role, confirmed },
    title: wordsFor(language).live.desk.pageTitle(live.topic.name),
    live,
    isNewest: entry === '',
    sections: sections.map(({ slug, name: label }) => ({ value: slug, label })),
    done,
  }
}

/** A refused act as its page shows it, with what was typed: 403, 409 or 422; 404 where there is nothing. */
export function refusedLive(
  done: Exclude<LiveDone, { ok: true }>,
  form: LiveForm,
  values: Record<string, string | number>,
  words: Words,
) {
  if (done.because === 'not-found') throw notFound()
  const typed = Object.fromEntries(Object.entries(values).map(([name, value]) => [name, String(value)]))
  if (!('faults' in done)) {
    const faults = [{ field: '', message: words.live.refusals[done.because] }]
    return json<LiveRefused>({ form, faults, values: typed }, { status: 403 })
  }
  const faults = done.faults.map(({ field, code }) => ({ field, message: words.live.faults[code] }))
  return json<LiveRefused>({ form, faults, values: typed }, { status: done.because === 'moved' ? 409 : 422 })
}

/** The answer to a form that could not be read. */
export function unreadLive(form: LiveForm, read: { faults: LiveRefused['faults']; values: Record<string, string> }) {
  return json<LiveRefused>({ form, faults: read.faults, values: read.values }, { status: 422 })
}

/** Where an act leads back to. */
export function liveAddress(topic: string, done: (typeof doneWords)[number], anchor = ''): string {
  return `/desk/topics/${encodeURIComponent(topic)}/live?done=${done}${anchor}`
}

/** The page of one public entry; 404 where readers have none of that id. */
export async function entryPage(db: Reader, topic: string, id: string, who: Person) {
  const entry = await entryToCorrect(db, { topic, entry: id })
  if (!entry) throw notFound()
  const { name, role, confirmed, language } = who
  return { person: { name, role, confirmed }, title: wordsFor(language).live.desk.correct.title, topic, entry }
}
