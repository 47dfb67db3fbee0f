// Pasted plain text as paragraphs: what looks like Markdown stays as it was typed.

/** A line that a mail program broke because the paper was full, and not because a thought was. */
const FULL_LINE = 58
const LONGEST_MAIL_LINE = 82

/**
 * The paragraphs of a plain text, each as its lines. A blank line parts paragraphs; without any, every line is one. Lines
 * that are all about as long as a mail program makes them are joined.
 */
export function pastedParagraphs(text: string): string[][] {
  const lines = text
    .replace(/\r\n?|\u2028/g, '\n')
    .replace(/\u2029/g, '\n\n')
    .replace(/[\u00AD\u200B\u2060\uFEFF]/g, '')
    .replace(/[\u00A0\t]/g, ' ')
  const parts = /\n[ ]*\n/.test(lines.trim()) ? lines.split(/\n(?:[ ]*\n)+/) : lines.split('\n')
  return parts
    .map((part) => part.split('\n').map((line) => line.trim()))
    .map((part) => joined(part.filter((line) => line !== '')))
    .filter((part) => part.length > 0)
}

function joined(lines: string[]): string[] {
  const isWrapped =
    lines.length > 2 &&
    lines.every((line, at) => line.length <= LONGEST_MAIL_LINE && (at === lines.length - 1 || line.length >= FULL_LINE))
  return isWrapped ? [lines.join(' ')] : lines
}
