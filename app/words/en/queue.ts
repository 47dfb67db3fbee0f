// English: what the queue says beside its list: filters kept by name, who holds what, the selection, keys, what is new, who is there.
import type { Risk } from '#app/newsroom/desk/review-queue.ts'
import type { FilterSaved } from '#app/newsroom/desk/saved-filters.server.ts'
import { formatsIn } from '../formats.ts'

const { number, plural } = formatsIn('en')

const risks: Record<Risk, string> = { none: 'Usual', care: 'With care', high: 'High' }

type FilterRefusal = Extract<FilterSaved, { ok: false }>['because']
const notSaved: Record<FilterRefusal, string> = {
  'name-taken': 'You have another filter of this name.',
  'too-many': 'You have 20 filters. Delete one first.',
  'nothing-asked': 'This filter asks for nothing. Choose something first.',
}

const stories = (count: number) => plural(count, { one: `${number(count)} story`, other: `${number(count)} stories` })

export const queue = {
  filters: {
    language: 'Language',
    anyLanguage: 'Every language',
    risk: 'Risk',
    anyRisk: 'Any risk',
    risks,
    holder: 'Held by',
    anyHolder: 'Anybody',
    text: 'Words or number',
    clear: 'Clear the filters',
  },
  atLeast: (count: number) => `${number(count)}+`,
  order: 'Oldest first',
  saved: {
    title: 'Saved filters',
    name: 'Name of this filter',
    save: 'Save the filter',
    drop: (name: string) => `Delete the filter “${name}”`,
    notSaved,
    notSavedTitle: 'The filter is not saved',
    back: 'Back to the queue',
    nothingSent: 'Nothing was sent',
  },
  load: {
    title: 'Who holds what',
    stories,
    oldest: 'oldest',
    nobody: 'Nobody holds a story in review.',
  },
  select: {
    column: 'Selection',
    story: 'Select this story',
    all: 'Select all',
    bar: 'Selected stories',
    selected: 'selected',
  },
  bulk: {
    allOrNone: 'All of them or none: when one cannot be done, nothing is.',
    done: (move: string, count: number) => `${move}: done for ${stories(count)}.`,
    refusedTitle: (move: string) => `Not done: ${move}`,
    nothingDone: 'Nothing was done with any of the selected stories, because of this one:',
    kept: (count: number) => `The selection is kept: ${stories(count)}.`,
    without: 'Do it without this story',
    none: 'Select at least one story.',
    notRead: 'The selection could not be read.',
    back: 'Back to the queue',
  },
  keys: {
    title: 'Keyboard',
    next: 'Next story',
    previous: 'Previous story',
    open: 'Open it',
    claim: 'Claim it',
    select: 'Select it',
    filter: 'To the words of the filter',
    show: 'Show what is new',
    help: 'This list',
    on: 'Use these keys on this device',
    close: 'Close',
  },
  live: {
    fresh: (count: number) => `${number(count)} new`,
    moved: (count: number) => `${number(count)} moved`,
    show: 'Show',
  },
  presence: {
    reading: (name: string) => `${name} is reading`,
    editing: (name: string) => `${name} is editing`,
    beforeTyping: 'Agree on who writes before you type: only the holder’s words are saved.',
    takenOver: (name: string) => `${name} has taken it over. Your unsaved text is kept on this page.`,
    noLonger: 'You no longer hold this story. Your unsaved text is kept on this page.',
    yours: 'You hold this story now.',
    moved: (state: string) => `The story has moved: ${state}.`,
    changed: 'The words were saved anew elsewhere.',
    reload: 'Show it as it is now',
  },
}
