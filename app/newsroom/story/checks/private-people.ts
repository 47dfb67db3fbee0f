// Addresses and numbers of people in the words: was that meant to be public?
import type { Finding, Prose } from './house-checks.ts'
import { placeIn, shown } from './prose.ts'

const EMAIL = /(?<![\w.+-])[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,8}/gu
/** Addresses of an office, not of a person. */
const OFFICE =
  /^(info|office|press|contact|kontakt|contacts|mail|hello|support|help|news|newsroom|editor|redaktsiya|redakcia|redaction|media|pr|sales|admin|webmaster|booking|tickets|museum|library|delovodstvo|obshtina|kmet|training|courses|events|jobs|team|service|reception|reservations)([._+-].*)?@/i
/** Digits in groups, beginning with +, 00 or 0. */
const PHONE = /(?<![\p{L}\p{N}.,:/+-])(?:\+|0)\d[\d ()./-]{5,20}\d(?![\p{L}\p{N}]|[.,:/-]\d)/gu

/** E-mail addresses that look like a person's, in the text or under a link. */
export function privateEmails({ passages }: Prose): Finding[] {
  return passages.flatMap((passage) => {
    const written = [...passage.text.matchAll(EMAIL)].map(({ 0: address, index }) => ({
      address,
      from: index,
      to: index + address.length,
    }))
    const linked = passage.links
      .filter(({ href }) => /^mailto:/i.test(href))
      .map(({ href, from, to }) => ({ address: href.slice('mailto:'.length), from, to }))
      .filter((link) => !written.some(({ from }) => from >= link.from && from < link.to))
    return [...written, ...linked]
      .filter(({ address }) => !OFFICE.test(address))
      .map(({ address, from, to }) => ({
        code: 'private-email',
        at: placeIn(passage, from, to),
        words: shown(address),
      }))
  })
}

/** Telephone numbers of nine to fifteen digits; dates and times of day are none. */
export function privatePhones({ passages }: Prose): Finding[] {
  return passages.flatMap((passage) =>
    [...passage.text.matchAll(PHONE)]
      .filter(([number]) => isPhone(number))
      .map(({ 0: number, index }) => ({
        code: 'private-phone',
        at: placeIn(passage, index, index + number.length),
        words: shown(number),
      })),
  )
}

function isPhone(number: string): boolean {
  const digits = number.replace(/\D/g, '').length
  const isDate = /^\d{1,2}[./-]\d{1,2}[./-]\d{2,4}/.test(number)
  const isTime = /^\d{1,2}\.\d{2}\s?-/.test(number)
  // 0.123 456 789 and 0/12…: a number, not somebody's.
  return digits >= 9 && digits <= 15 && !isDate && !isTime && !/^0[./]/.test(number)
}
