// The body of both pages that compare two versions of a story: the choice, the words, and taking the earlier one up again.
import type { ComponentProps } from 'react'
import { ComparedVersions } from '../contributor/compared-versions.tsx'
import { RestoreVersion, VersionChoices } from './version-choices.tsx'
import { useWords } from './words-context.ts'

type Compared = Omit<ComponentProps<typeof VersionChoices>, 'action'> &
  ComponentProps<typeof ComparedVersions> & { changes: number; mayRestore: boolean; version: number }

type Comparison = {
  /** The address of the page itself. */
  action: string
  /** Null while there is only one version. */
  page: Compared | null
  restoring: ComponentProps<typeof RestoreVersion>['words']
  /** What will make a second version. */
  nothingHint: string
}

export function Comparison({ action, page, restoring, nothingHint }: Comparison) {
  const { compare } = useWords().tracking
  if (!page)
    return (
      <div className="empty">
        <p>
          <strong>{compare.nothing}</strong>
        </p>
        <p className="empty-hint">{nothingHint}</p>
      </div>
    )
  return (
    <>
      <VersionChoices action={action} list={page.list} from={page.from} to={page.to} />
      <p className="compare-count">
        <strong>{compare.changes(page.changes)}</strong> <span className="quiet small">{compare.legend}</span>
      </p>
      <ComparedVersions {...page} />
      {page.mayRestore ? (
        <RestoreVersion action={action} revision={page.from.number} version={page.version} words={restoring} />
      ) : null}
    </>
  )
}
