// Which two versions of a story are compared, and taking the earlier one up again: plain forms of the page they stand on.
import { formatInstant } from '#app/words/formats.ts'
import { useOutlet } from './outlet-data.ts'
import { useWords } from './words-context.ts'

type Version = {
  /** Null for the draft as it is now. */
  number: number | null
  why: keyof ReturnType<typeof useWords>['tracking']['compare']['why']
  at: string
  byName?: string | null
}

type Chosen = { action: string; list: readonly Version[]; from: Version; to: Version }

export function VersionChoices({ action, list, from, to }: Chosen) {
  const { compare } = useWords().tracking
  return (
    <form method="get" className="compare-choices" action={action}>
      <Versions name="from" label={compare.from} list={list} chosen={from} />
      <Versions name="to" label={compare.to} list={list} chosen={to} />
      <button type="submit" className="button">
        {compare.button}
      </button>
    </form>
  )
}

type Versions = { name: string; label: string; list: readonly Version[]; chosen: Version }

function Versions({ name, label, list, chosen }: Versions) {
  const { language, tracking } = useWords()
  const { timeZone } = useOutlet()
  const { compare } = tracking
  const said = ({ number, why, at, byName }: Version) =>
    [
      number === null ? '' : compare.numbered(number),
      compare.why[why],
      byName ?? '',
      formatInstant(new Date(at), 'both', timeZone, language),
    ]
      .filter(Boolean)
      .join(' · ')
  return (
    <div className="field">
      <label htmlFor={`version-${name}`}>{label}</label>
      <select id={`version-${name}`} name={name} defaultValue={chosen.number ?? 'now'}>
        {list.map((version) => (
          <option key={version.number ?? 'now'} value={version.number ?? 'now'}>
            {said(version)}
          </option>
        ))}
      </select>
    </div>
  )
}

type Restoring = {
  action: string
  revision: number | null
  version: number
  words: { restore: string; restoreHint: string }
}

export function RestoreVersion({ action, revision, version, words }: Restoring) {
  return (
    <form method="post" className="part restore" action={action}>
      <input type="hidden" name="revision" value={revision ?? ''} />
      <input type="hidden" name="version" value={version} />
      <p className="quiet">{words.restoreHint}</p>
      <button type="submit" className="button">
        {words.restore}
      </button>
    </form>
  )
}
