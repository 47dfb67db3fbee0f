// Which two versions the desk compares, and taking the earlier one up again: plain forms.
import { useOutlet } from '#app/ui/page/outlet-data.ts'
import { useWords } from '#app/ui/page/words-context.ts'
import { formatInstant } from '#app/words/formats.ts'

type Version = {
  number: number
  why: keyof ReturnType<typeof useWords>['tracking']['compare']['why']
  at: string
  byName: string | null
}
type Page = { publicId: string; version: number; list: Version[]; from: Version; to: Version }

export function VersionChoices({ page }: { page: Page }) {
  const { compare } = useWords().tracking
  return (
    <form method="get" className="compare-choices" action={`/desk/stories/${page.publicId}/compare`}>
      <Versions name="from" label={compare.from} list={page.list} chosen={page.from} />
      <Versions name="to" label={compare.to} list={page.list} chosen={page.to} />
      <button type="submit" className="button">
        {compare.button}
      </button>
    </form>
  )
}

function Versions({ name, label, list, chosen }: { name: string; label: string; list: Version[]; chosen: Version }) {
  const { language, tracking } = useWords()
  const { timeZone } = useOutlet()
  const { compare } = tracking
  const said = ({ number, why, at, byName }: Version) =>
    [compare.numbered(number), compare.why[why], byName ?? '', formatInstant(new Date(at), 'both', timeZone, language)]
      .filter(Boolean)
      .join(' · ')
  return (
    <div className="field">
      <label htmlFor={`version-${name}`}>{label}</label>
      <select id={`version-${name}`} name={name} defaultValue={chosen.number}>
        {list.map((version) => (
          <option key={version.number} value={version.number}>
            {said(version)}
          </option>
        ))}
      </select>
    </div>
  )
}

export function RestoreVersion({ page }: { page: Page }) {
  const words = useWords().copydesk.compare
  return (
    <form method="post" className="part restore" action={`/desk/stories/${page.publicId}/compare`}>
      <input type="hidden" name="revision" value={page.from.number} />
      <input type="hidden" name="version" value={page.version} />
      <p className="quiet">{words.restoreHint}</p>
      <button type="submit" className="button">
        {words.restore}
      </button>
    </form>
  )
}
