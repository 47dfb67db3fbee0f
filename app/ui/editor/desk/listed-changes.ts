// The list of changes while one writes: what is compared anew keeps its id, its author, its time and its reason.
import type { MadeChange } from '#app/newsroom/desk/edit-page.ts'
import { carriedKeys, type EditChange } from '#app/newsroom/desk/suggestions.ts'
import type { ListedChange } from './change-list.tsx'

let counter = 0

/** The list as the page was opened with it. Ids are made in order, so that server and browser agree. */
export function listedAtFirst(changes: readonly MadeChange[]): ListedChange[] {
  return changes.map((change, at) => ({ ...change, id: `at-${at}` }))
}

/** The changes as they are now; `before` is the list so far. */
export function listedNow(before: readonly ListedChange[], changes: readonly EditChange[]): ListedChange[] {
  const old = new Map([...carriedKeys(before, changes, true)].map(([from, to]) => [to, from]))
  return changes.map((change): ListedChange => {
    const known = before.find(({ key }) => key === old.get(change.key))
    if (known && known.removed === change.removed && known.added === change.added) return { ...known, ...change }
    counter += 1
    const { id, reason } = known ?? { id: `new-${counter}`, reason: '' }
    return { ...change, id, reason, byName: null, at: '' }
  })
}

/** Who made what, when and why, as the server has it after a save. */
export function listedAsKept(list: readonly ListedChange[], kept: readonly MadeChange[]): ListedChange[] {
  const from = new Map([...carriedKeys(kept, list, true)].map(([old, now]) => [now, old]))
  return list.map((change) => {
    const known = kept.find(({ key }) => key === from.get(change.key))
    if (!known || known.removed !== change.removed || known.added !== change.added) return change
    return { ...change, byName: known.byName, at: known.at, reason: change.reason || known.reason }
  })
}
