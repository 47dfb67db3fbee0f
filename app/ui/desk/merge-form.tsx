// The forms of joining two reports: which one, what is taken of each, and taking them apart again.
import type { MergePart } from '#app/newsroom/desk/merged-content.ts'
import { directionOf } from '#app/newsroom/story/direction.ts'
import { TextField } from '#app/ui/forms/field.tsx'
import type { Fault } from '#app/ui/forms/problems.tsx'
import { useWords } from '#app/ui/page/words-context.ts'

type Side = {
  publicId: string
  number: number
  version: number
  headline: string
  standfirst: string
  language: string
  byline: string
  parts: MergePart[]
}

export function AskWhich({ own, asked, faults }: { own: Side; asked: string; faults: readonly Fault[] }) {
  const words = useWords().after.merge
  return (
    <form method="get" action={`/desk/stories/${own.publicId}/merge`} className="form" noValidate>
      <TextField
        name="with"
        label={words.which}
        hint={words.whichHint}
        maxLength={40}
        autoComplete="off"
        defaultValue={asked}
        faults={faults}
      />
      <div className="buttons">
        <button type="submit" className="button primary">
          {words.show}
        </button>
      </div>
    </form>
  )
}

export function JoinedReports({
  own,
  joined,
}: {
  own: Side
  joined: readonly { publicId: string; number: number; byline: string; version: number }[]
}) {
  const { after, desk, reader } = useWords()
  const words = after.merge
  if (joined.length === 0) return null
  return (
    <ul className="kept-list">
      {joined.map(({ publicId, number, byline, version }) => (
        <li key={publicId}>
          <p>
            {words.with(desk.queue.number(number), byline || reader.story.nameWithheld)}
            <br />
            <span className="quiet small">{words.partHint}</span>
          </p>
          <form method="post" action={`/desk/stories/${own.publicId}/merge`}>
            <input type="hidden" name="other" value={publicId} />
            <input type="hidden" name="otherVersion" value={version} />
            <button type="submit" name="act" value="part" className="button small">
              {words.part}
            </button>
          </form>
        </li>
      ))}
    </ul>
  )
}

export function MergeForm({ own, other }: { own: Side; other: Side }) {
  const { after, desk } = useWords()
  const words = after.merge
  return (
    <form method="post" action={`/desk/stories/${own.publicId}/merge`} className="merge-form">
      <input type="hidden" name="other" value={other.publicId} />
      <input type="hidden" name="version" value={own.version} />
      <input type="hidden" name="otherVersion" value={other.version} />
      <p className="hint">{words.takeHint}</p>
      <div className="two-reports">
        <Report side={own} which="own" title={words.yours(desk.queue.number(own.number))} />
        <Report side={other} which="other" title={words.other(desk.queue.number(other.number))} />
      </div>
      <p className="hint">{words.confirm}</p>
      <div className="buttons">
        <button type="submit" name="act" value="join" className="button primary">
          {words.join}
        </button>
        <a href={`/desk/stories/${own.publicId}`}>{after.next.back}</a>
      </div>
    </form>
  )
}

function Report({ side, which, title }: { side: Side; which: 'own' | 'other'; title: string }) {
  const { after, reader, tracking } = useWords()
  const words = after.merge
  const written = { lang: side.language, dir: directionOf(side.language) }
  return (
    <fieldset>
      <legend>
        {title} · <bdi>{side.byline || reader.story.nameWithheld}</bdi>
      </legend>
      {(['headline', 'standfirst'] as const).map((name) => (
        <label key={name} className="take">
          <input type="radio" name={name} value={which} defaultChecked={which === 'own'} />
          <span>
            <span className="quiet small">{name === 'headline' ? words.headlineOf : words.standfirstOf}</span>{' '}
            <span className={name} {...written}>
              {side[name] || '–'}
            </span>
          </span>
        </label>
      ))}
      {side.parts.map(({ key, block, text }) => (
        <label key={key} className="take">
          <input
            type="checkbox"
            name={which === 'own' ? 'own' : 'theirs'}
            value={key}
            defaultChecked={which === 'own'}
          />
          <span>
            {block === 'paragraph' ? null : (
              <span className="quiet small">{tracking.suggestions.blocks[block] ?? block} </span>
            )}
            <span {...written}>{text || '–'}</span>
          </span>
        </label>
      ))}
    </fieldset>
  )
}
