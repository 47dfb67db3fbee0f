// What a reporter tells the desk beside the words: how it is known, from whom, and what AI had a part in.

/** What of a story was made with the help of AI, as its writer declares; '' until they do. */
export const aiUses = ['', 'none', 'language', 'research', 'text', 'pictures'] as const
export type AiUse = (typeof aiUses)[number]

/**
 * For the desk's eyes only: kept in a table of its own, in no revision and in no edition.
 * The three `known…` answer “Where, when and how do you know?”.
 */
export type DeskOnly = {
  sources: string
  knownWhere: string
  knownWhen: string
  knownHow: string
  aiUse: AiUse
  aiNote: string
}

/** What a story has before anything was told. */
export const nothingTold: DeskOnly = {
  sources: '',
  knownWhere: '',
  knownWhen: '',
  knownHow: '',
  aiUse: '',
  aiNote: '',
}
