// Under which terms readers get a picture: the closed list a reporter chooses from.

export const licences = ['all-rights', 'cc-by', 'cc-by-sa', 'cc0', 'public-domain', 'agency'] as const

export type Licence = (typeof licences)[number]

/** What is printed beside a credit, and where the terms stand. Names of licences are names: the same in every language. */
export type LicenceMark = { name: string; url: string }

const marks: Partial<Record<Licence, LicenceMark>> = {
  'cc-by': { name: 'CC BY 4.0', url: 'https://creativecommons.org/licenses/by/4.0/' },
  'cc-by-sa': { name: 'CC BY-SA 4.0', url: 'https://creativecommons.org/licenses/by-sa/4.0/' },
  cc0: { name: 'CC0', url: 'https://creativecommons.org/publicdomain/zero/1.0/' },
}

/** The mark of a licence that lets others use the picture; null where there is nothing to grant or to link to. */
export function licenceMark(licence: string): LicenceMark | null {
  return isLicence(licence) ? (marks[licence] ?? null) : null
}

/** Whether a stored or sent text names a licence of the list. */
export function isLicence(text: string): text is Licence {
  return (licences as readonly string[]).includes(text)
}
