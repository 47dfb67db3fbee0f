// What differs between two versions of some lines: struck and underlined, and said in words to who only hears it.
import type { ComparedAttribute, ComparedRun } from '#app/newsroom/story/copy/compared-lines.ts'
import { useWords } from '../page/words-context.ts'

type Line = {
  block: string
  within: string[]
  state: string
  runs: readonly ComparedRun[]
  attributes: readonly ComparedAttribute[]
}

/** One line with its changes; the name of its block stands before it where it is more than a paragraph. */
export function DifferenceLine({ line, named = true }: { line: Line; named?: boolean }) {
  const words = useWords().tracking.suggestions
  const name = nameOf(line, words)
  return (
    <div className={`differing ${line.state}`}>
      {named && name ? <p className="block-name">{name}</p> : null}
      {line.attributes.map((attribute) => (
        <AttributeChange key={attribute.name} attribute={attribute} />
      ))}
      {line.runs.length > 0 ? (
        <p dir="auto" className={line.block === 'heading' ? 'words heading' : 'words'}>
          <Runs runs={line.runs} />
        </p>
      ) : null}
    </div>
  )
}

/** Words in their forms; what went is `del`, what came is `ins`. */
export function Runs({ runs }: { runs: readonly ComparedRun[] }) {
  const words = useWords().tracking.suggestions
  return runs.map((run, at) => {
    const key = `${at}${run.state}`
    if (run.state === 'same') return <Formed key={key} run={run} />
    const isFirst = runs[at - 1]?.state !== run.state
    const Change = run.state === 'removed' ? 'del' : 'ins'
    return (
      <Change key={key}>
        {isFirst ? <span className="only-heard">{run.state === 'removed' ? words.removed : words.added}</span> : null}
        <Formed run={run} />
        {runs[at + 1]?.state === 'same' ? <span className="only-heard">{words.end}</span> : null}
      </Change>
    )
  })
}

function Formed({ run }: { run: ComparedRun }) {
  let formed = <span className="run">{run.text}</span>
  if (run.forms.includes('editorNote')) formed = <span className="note-brackets">{formed}</span>
  if (run.forms.includes('link') || run.forms.includes('topicLink')) formed = <span className="as-link">{formed}</span>
  if (run.forms.includes('italic')) formed = <em>{formed}</em>
  return run.forms.includes('bold') ? <strong>{formed}</strong> : formed
}

function AttributeChange({ attribute: { name, before, after } }: { attribute: ComparedAttribute }) {
  const { attributes, blocks, removed, added } = useWords().tracking.suggestions
  const said = (value: string) => (name === 'type' ? (blocks[value] ?? value) : value) || '–'
  return (
    <p className="attribute-change">
      <span className="attribute-name">{attributes[name] ?? name}</span>{' '}
      <del dir="auto">
        <span className="only-heard">{removed}</span>
        {said(before)}
      </del>{' '}
      <ins dir="auto">
        <span className="only-heard">{added}</span>
        {said(after)}
      </ins>
    </p>
  )
}

function nameOf(line: Line, words: { blocks: Record<string, string>; listItem: string }): string {
  if (line.block !== 'paragraph') return words.blocks[line.block] ?? ''
  const around = line.within.at(-1)
  if (around === 'bulletList' || around === 'orderedList') return words.listItem
  return around ? (words.blocks[around] ?? '') : ''
}
