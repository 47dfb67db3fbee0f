// How a person's name and e-mail address are written down: one form each, whatever was typed.

/** The name in one line: composed, single spaces, without characters nobody can see. */
export function cleanName(typed: string): string {
  // Controls, bidirectional marks and other invisible characters let one name pass for another. Joiners stay: Persian has them.
  return typed
    .normalize('NFC')
    .replace(/[\p{Cc}\p{Co}\p{Cn}\p{Cs}]|(?![\u200c\u200d])\p{Cf}/gu, ' ')
    .replace(/\s+/gu, ' ')
    .trim()
}

/** The address as accounts are looked up by it: small letters, no spaces around it. */
export function cleanEmail(typed: string): string {
  return typed.trim().normalize('NFKC').toLowerCase()
}
