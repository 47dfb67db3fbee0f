// The words of two reports as parts to choose from, and the words made of the chosen ones.
import { type Copy, checkCopy } from '#app/newsroom/story/copy/check-copy.ts'
import { figuresIn } from '#app/newsroom/story/copy/copy-facts.ts'
import { inlineText } from '#app/newsroom/story/copy/inline-text.ts'
import type { StoryContent } from '#app/newsroom/story/story.ts'

/** One block of a copy: its key among the blocks, what it is, and its words, cut where they are long. */
export type MergePart = { key: number; block: string; text: string }

/** Which headline and standfirst, and which blocks of each, in their order: the own ones come first. */
export type JoinedParts = {
  headline: 'own' | 'other'
  standfirst: 'own' | 'other'
  own: readonly number[]
  theirs: readonly number[]
}

const LONGEST_SHOWN = 2000

/** The blocks of a copy; its dateline stays with its story and is none. */
export function mergeParts(copy: Copy): MergePart[] {
  return copy.content.flatMap((node, key) => {
    if (node.type === 'dateline') return []
    const text = inlineText(node) || String(node.attrs?.title ?? node.attrs?.alt ?? node.attrs?.label ?? '')
    return [{ key, block: node.type, text: text.length > LONGEST_SHOWN ? `${text.slice(0, LONGEST_SHOWN)}…` : text }]
  })
}

/** The joined words; null when no block is taken, or when together they are more than a story may be. */
export function joinedContent(own: StoryContent, other: StoryContent, parts: JoinedParts): StoryContent | null {
  const taken = [...chosen(own.copy, parts.own), ...chosen(other.copy, parts.theirs)]
  if (taken.length === 0) return null
  const dateline = own.copy.content.filter(({ type }) => type === 'dateline')
  const checked = checkCopy({ type: 'doc', content: [...dateline, ...taken] })
  if (!checked.ok) return null
  return {
    ...own,
    headline: (parts.headline === 'own' ? own : other).headline,
    standfirst: (parts.standfirst === 'own' ? own : other).standfirst,
    copy: checked.copy,
  }
}

/** A copy without the figures of these pictures; an empty paragraph where nothing else is left. */
export function withoutPictures(copy: Copy, pictureIds: ReadonlySet<string>): Copy {
  if (!figuresIn(copy).some(({ pictureId }) => pictureIds.has(pictureId))) return copy
  const left = copy.content.filter(
    (node) => node.type !== 'figure' || !pictureIds.has(String(node.attrs?.pictureId ?? '')),
  )
  const content = left.some(({ type }) => type !== 'dateline') ? left : [...left, { type: 'paragraph' }]
  const checked = checkCopy({ ...copy, content })
  return checked.ok ? checked.copy : copy
}

function chosen(copy: Copy, keys: readonly number[]) {
  return copy.content.filter((node, key) => node.type !== 'dateline' && keys.includes(key))
}
