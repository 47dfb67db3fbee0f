// A quiet line under the story's language when its words read like another one.
import { useWords } from '../page/words-context.ts'

/** `name` is the language's name on this page. */
export function LanguageSuggestion({ name, onSet }: { name: string; onSet: () => void }) {
  const words = useWords().contributor.writing
  return (
    <p className="language-suggestion" role="status">
      <span>{words.looksLike(name)}</span>{' '}
      <button type="button" className="button small" onClick={onSet}>
        {words.setLanguage}
      </button>
    </p>
  )
}
