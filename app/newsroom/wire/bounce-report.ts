// Reads what a mail server reports about a letter it could not deliver (RFC 3464): which of ours it was, and whether for good.

/** A report is a few kilobytes; the letter that comes back with it may be longer. */
export const LONGEST_REPORT = 1_000_000

/**
 * The key of our newsletter letter (the left side of its Message-ID) that could not be delivered for good; null for
 * everything else: mail of people, letters that are only late, a rule that refused our words and not the address.
 */
export function bouncedKey(mail: string): string | null {
  const head = mail.slice(0, Math.max(0, mail.search(/\r?\n\r?\n/))).replace(/\r?\n[ \t]+/g, ' ')
  if (!/^content-type:\s*multipart\/report\b.*report-type=\s*"?delivery-status/im.test(head)) return null
  if (!/^action:\s*failed\b/im.test(mail)) return null
  const status = /^status:\s*(\d)\.(\d{1,3})\.\d{1,3}/im.exec(mail)
  if (status?.[1] !== '5' || status[2] === '7') return null
  return /^(?:original-)?message-id:\s*<(newsletter-[\w-]{1,100})@/im.exec(mail)?.[1] ?? null
}
