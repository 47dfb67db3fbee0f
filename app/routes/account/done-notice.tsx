// A short notice after something was done: `?done=<key>` from a fixed list, never free text.
import { useWords } from '#app/ui/page/words-context.ts'
import { wordsFor } from '#app/words/words.ts'

const known = wordsFor('en').account.done
export type DoneKey = keyof typeof known

/** The key in the address, or null when it is none of ours. */
export function doneIn(url: string): DoneKey | null {
  const key = new URL(url).searchParams.get('done') ?? ''
  return Object.hasOwn(known, key) ? (key as DoneKey) : null
}

export function DoneNotice({ done }: { done: DoneKey | null }) {
  const words = useWords().account.done
  if (!done) return null
  return (
    <div className="notice done" role="status">
      <p>{words[done]}</p>
    </div>
  )
}
