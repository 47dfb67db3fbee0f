// A topic hub as its form sends it: what is read from the fields, what is wrong, and what a form that comes back shows.
import { z } from 'zod'
import { cleanLine, cleanText } from '#app/newsroom/story/copy/clean-text.ts'
import { blocksOfText, textOfBlocks } from '#app/newsroom/story/copy/short-text.ts'
import type { HubFields } from '#app/newsroom/topics/edit-topics.server.ts'
import { hubLimits } from '#app/newsroom/topics/topic.ts'
import type { Fault } from '#app/ui/forms/problems.tsx'
import { perBook } from '#app/words/per-book.ts'
import type { Words } from '#app/words/words.ts'

/** Empty rows for key events at the end of the form; saved, there are as many again. */
export const EMPTY_EVENTS = 3

const MOST_ROWS = hubLimits.events + EMPTY_EVENTS
const rows = z.array(z.string().max(2000)).max(MOST_ROWS).default([])

export const topicForm = perBook(({ hubs: { faults } }) =>
  z.strictObject({
    name: z.string(faults.name).transform(cleanLine).pipe(z.string().min(1, faults.name).max(hubLimits.name)),
    slug: z
      .string(faults.slug)
      .trim()
      .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, faults.slug)
      .max(hubLimits.slug),
    title: z.string(faults.title).transform(cleanLine).pipe(z.string().min(1, faults.title).max(hubLimits.title)),
    description: z.string().transform(cleanLine).pipe(z.string().max(hubLimits.description)).default(''),
    background: z
      .string()
      .max((hubLimits.block + 4) * hubLimits.blocks)
      .default(''),
    running: z
      .literal('on')
      .optional()
      .transform((on) => on === 'on'),
    position: z
      .string()
      .trim()
      .regex(/^\d{1,4}$/)
      .default('0')
      .transform(Number),
    eventDate: rows,
    eventText: rows,
    version: z
      .string()
      .regex(/^\d{1,9}$/)
      .default('0')
      .transform(Number),
  }),
)
type ReadTopic = z.infer<ReturnType<typeof topicForm>>

/** What the fields show. */
export type TopicFormValues = Omit<HubFields, 'background' | 'position'> & {
  background: string
  position: number | string
}

/** The fields as a hub, or what is wrong with its background and key events; a row without any words is left out. */
export function hubOf(
  { eventDate, eventText, background, version: _, ...plain }: ReadTopic,
  { hubs: { faults: words } }: Words,
): { ok: true; hub: HubFields } | { ok: false; faults: Fault[] } {
  const faults: Fault[] = []
  const blocks = blocksOfText(cleanText(background))
  if (blocks.length > hubLimits.blocks || blocks.some((block) => block.length > hubLimits.block))
    faults.push({ field: 'background', message: words.background(hubLimits.blocks, hubLimits.block) })
  const events = rowsOf(eventDate, eventText)
  events.forEach(({ date, text }, row) => {
    if (date === '' && text === '') return
    if (!isDay(date)) faults.push({ field: `${row}-eventDate`, message: words.eventDate })
    if (text === '') faults.push({ field: `${row}-eventText`, message: words.eventText })
    else if (text.length > hubLimits.event)
      faults.push({ field: `${row}-eventText`, message: words.eventLong(hubLimits.event) })
  })
  const keyEvents = events.filter(({ date, text }) => date !== '' || text !== '')
  if (keyEvents.length > hubLimits.events)
    faults.push({ field: '0-eventText', message: words.events(hubLimits.events) })
  return faults.length > 0 ? { ok: false, faults } : { ok: true, hub: { ...plain, background: blocks, keyEvents } }
}

/** What the database has, as the fields show it. */
export function valuesOfHub(hub: HubFields): TopicFormValues {
  return { ...hub, background: textOfBlocks(hub.background) }
}

/** What was typed, for a form that comes back; also when the fields could not be read. */
export function typedTopic(values: Record<string, string>): TopicFormValues {
  const { name = '', slug = '', title = '', description = '', background = '', position = '' } = values
  const lines = (typed = '') => (typed === '' ? [] : typed.split('\n'))
  return {
    name,
    slug,
    title,
    description,
    background,
    position,
    running: values.running === 'on',
    keyEvents: rowsOf(lines(values.eventDate), lines(values.eventText)),
  }
}

/** The same of fields that could be read. */
export function typedAgain({ eventDate, eventText, version: _, ...plain }: ReadTopic): TopicFormValues {
  return { ...plain, keyEvents: rowsOf(eventDate, eventText) }
}

function rowsOf(dates: readonly string[], texts: readonly string[]) {
  return Array.from({ length: Math.min(MOST_ROWS, Math.max(dates.length, texts.length)) }, (_, row) => ({
    date: (dates[row] ?? '').trim(),
    text: cleanLine(texts[row] ?? ''),
  }))
}

function isDay(typed: string): boolean {
  const noon = new Date(`${typed}T12:00:00Z`)
  return /^\d{4}-\d{2}-\d{2}$/.test(typed) && !Number.isNaN(noon.getTime()) && noon.toISOString().startsWith(typed)
}
