// Whom to tell of a hole in the site: /.well-known/security.txt (RFC 9116).

const HOURS_VALID = 24 * 180

/**
 * The file, or null when the outlet names nobody to write to. It says until when it holds: half a year from the month of
 * `when`, so that its bytes stay the same for a month.
 */
export function securityTxt(
  outlet: { language: string; wire: { securityContact: string } },
  siteUrl: string,
  when: Date,
): string | null {
  const contact = outlet.wire.securityContact
  if (contact === '') return null
  const month = Date.UTC(when.getUTCFullYear(), when.getUTCMonth(), 1)
  return [
    `Contact: ${contact}`,
    `Expires: ${new Date(month + HOURS_VALID * 3_600_000).toISOString()}`,
    `Preferred-Languages: ${[...new Set([outlet.language, 'en'])].join(', ')}`,
    `Canonical: ${siteUrl}/.well-known/security.txt`,
    '',
  ].join('\n')
}
