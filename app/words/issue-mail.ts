// The sentences of the newsletter's letters, by language.
import type { IssueWords } from '#app/newsroom/wire/issue-mail.ts'
import { wordsFor } from './words.ts'

/** The sentences around an issue in a language; English where there is no book of it. */
export function issueWordsFor(language: string): IssueWords {
  const { issues, language: spoken } = wordsFor(language)
  return { ...issues.mail, language: spoken }
}
