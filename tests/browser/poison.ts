// Puts a word of its own into every text of a database that readers must not get.
import { getTableColumns, getTableName, is, type Table } from 'drizzle-orm'
import { SQLiteTable } from 'drizzle-orm/sqlite-core'
import type { OpenDatabase } from '#db/client.ts'
import * as desk from '#db/schema/desk.ts'
import * as letters from '#db/schema/letters.ts'
import * as live from '#db/schema/live.ts'
import * as newsletter from '#db/schema/newsletter.ts'
import * as people from '#db/schema/people.ts'
import * as pictures from '#db/schema/pictures.ts'
import * as press from '#db/schema/press.ts'
import * as story from '#db/schema/story.ts'

const rooms = [desk, letters, live, newsletter, people, pictures, press, story]

// What the house itself reads: a word in it would break it, or make it something else.
const ours =
  /(^|_)(id|key|hash|handle|slug|kind|state|language|sha256|like|act|move|check|change|value|day|licence|sealed)$/

const notLive = `story_id in (select story_id from publications where state <> 'live')`
const notSigned =
  'handle not in (select byline_handle from editions where byline_handle is not null) and ' +
  'id not in (select byline_id from live_entries where byline_id is not null)'
const notPrinted = 'id not in (select revision_id from editions)'
const notShown = `state in ('waiting', 'declined', 'withdrawn', 'removed')`

const unsent = `state in ('draft', 'cancelled')`
const ofUnsent = `issue_id in (select id from newsletter_issues where ${unsent})`

/** Texts of which readers get some rows: these they do not get. Null: readers may get them all. */
const rowsKept: Record<string, string | null> = {
  'editions.*': notLive,
  'publications.retraction_note': null,
  'people.name': `role = 'contributor'`, // the editors have a page
  'people.about': `role = 'contributor'`,
  'bylines.name': notSigned,
  'bylines.about': notSigned,
  'open_calls.title': null,
  'open_calls.text': null,
  'revisions.content': notPrinted, // of printed ones readers are shown what changed
  'newsletter_issues.subject': unsent,
  'newsletter_issues.intro': unsent,
  'newsletter_issues.outlet_name': unsent,
  'newsletter_stories.headline': ofUnsent,
  'newsletter_stories.standfirst': ofUnsent,
  'live_coverages.*': null,
  'live_entries.title': notShown,
  'live_entries.copy': notShown,
  'live_entries.pen_name': notShown,
  'live_entries.reason': `state in ('waiting', 'declined', 'withdrawn')`, // why an entry was removed is said
  'live_pictures.alt': `id in (select 0)`,
  'live_pictures.credit': `id in (select 0)`,
  'live_pictures.caption': `id in (select 0)`,
}

/** Documents in which every piece of text gets the word. */
const documents = ['stories.copy', 'revisions.content', 'pending_editions.content', 'live_entries.copy']

/** Writes the words. Returns which word stands in which column; every column of which a row was changed. */
export async function poison({ raw }: Pick<OpenDatabase, 'raw'>): Promise<Map<string, string>> {
  const words = new Map<string, string>()
  for (const { table, column, isDocument } of secretTexts()) {
    const where = rowsOf(table, column)
    const [found] = (await raw(`select count(*) as rows from ${table} where ${where} and ${column} is not null`)) as {
      rows: number
    }[]
    if (!found?.rows) continue
    const word = wordOf(words.size)
    const value = isDocument ? `replace(${column}, '"text":"', '"text":"${word} ')` : `${column} || ' ${word}'`
    await raw(`update ${table} set ${column} = ${value} where ${where} and ${column} is not null`)
    words.set(word, `${table}.${column}`)
  }
  return words
}

function secretTexts(): { table: string; column: string; isDocument: boolean }[] {
  return tables().flatMap((table) => {
    const name = getTableName(table)
    return Object.values(getTableColumns(table))
      .filter(({ enumValues, columnType }) => !enumValues?.length && /Text/.test(columnType))
      .map(({ name: column, columnType }) => ({ table: name, column, isDocument: columnType === 'SQLiteTextJson' }))
      .filter(({ column, isDocument }) => (isDocument ? documents.includes(`${name}.${column}`) : !ours.test(column)))
      .filter(({ column }) => rowsOf(name, column) !== null)
  })
}

function rowsOf(table: string, column: string): string | null {
  const name = [`${table}.${column}`, `${table}.*`].find((one) => one in rowsKept)
  return name === undefined ? '1' : (rowsKept[name] ?? null)
}

function tables(): Table[] {
  return rooms.flatMap((room) => Object.values(room).filter((one) => is(one, SQLiteTable)) as Table[])
}

// Letters that stand in no language's words, and differ in every place a counter turns.
function wordOf(number: number): string {
  const letters = 'bcdfghjklmnpqrstvwxz'
  let rest = number
  const turned = Array.from({ length: 4 }, () => {
    const letter = letters[rest % letters.length]
    rest = Math.floor(rest / letters.length)
    return letter
  })
  return `qxzvkwjx${turned.join('')}`
}
