// A short notice after something was done: `?done=<key>` from a fixed list, never free text.
import { useWords } from '#app/ui/page/words-context.ts'

/** The key in the address; '' when there is none that could be ours. */
export function doneIn(url: string): string {
  const key = new URL(url).searchParams.get('done') ?? ''
  return /^[a-z-]{1,40}$/.test(key) ? key : ''
}

/** The notice for the key `done`; nothing when it is none of ours. */
export function DoneNotice({ done }: { done: string }) {
  const words: Record<string, string> = useWords().account.done
  if (!Object.hasOwn(words, done)) return null
  return (
    <div className="notice done" role="status">
      <p>{words[done]}</p>
    </div>
  )
}
