// Sentences and paragraphs that lose their reader.
import type { Finding, Prose } from './house-checks.ts'
import { placeIn, shown } from './prose.ts'

const LONGEST_PARAGRAPH_WORDS = 120
const LONGEST_SENTENCE_WORDS = 50
const WORD = /[\p{L}\p{N}]+(?:['’.,-][\p{L}\p{N}]+)*/gu
/** Where a sentence may end: its mark, closing marks, then space. */
const END = /[.!?…]+[”“»")\]]*\s+/g

/** Paragraphs of more than 120 words. */
export function longParagraphs({ passages }: Prose): Finding[] {
  return passages
    .filter(({ kind, text }) => kind === 'paragraph' && wordsIn(text) > LONGEST_PARAGRAPH_WORDS)
    .map((passage) => ({
      code: 'paragraph-long',
      at: placeIn(passage, 0, passage.text.length),
      words: shown(passage.text),
    }))
}

/** Sentences of more than 50 words. */
export function longSentences({ passages }: Prose): Finding[] {
  return passages.flatMap((passage) => {
    if (passage.kind !== 'paragraph') return []
    return sentencesIn(passage.text)
      .filter(({ from, to }) => wordsIn(passage.text.slice(from, to)) > LONGEST_SENTENCE_WORDS)
      .map(({ from, to }) => ({
        code: 'sentence-long' as const,
        at: placeIn(passage, from, to),
        words: shown(passage.text.slice(from, to)),
      }))
  })
}

function sentencesIn(text: string): { from: number; to: number }[] {
  const sentences: { from: number; to: number }[] = []
  let from = 0
  for (const { 0: end, index } of text.matchAll(END)) {
    sentences.push({ from, to: index + end.trimEnd().length })
    from = index + end.length
  }
  return [...sentences, { from, to: text.length }]
}

function wordsIn(text: string): number {
  return text.match(WORD)?.length ?? 0
}
