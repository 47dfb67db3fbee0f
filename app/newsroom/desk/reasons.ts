// Why a story is declined or rejected: the first reasons, whose sentences are in words, and what the desk made of them.

/** May be sent again. */
export const notReadyReasons = [
  'needs-source',
  'place-or-date-unclear',
  'claim-unconfirmed',
  'photo-rights-missing',
  'needs-right-of-reply',
  'opinion-not-marked',
  'length',
  'language',
  'structure',
] as const

/** Not for this outlet. */
export const notForUsReasons = [
  'not-news',
  'already-covered',
  'too-old',
  'advert',
  'duplicate',
  'copied',
  'false',
  'harm',
  'machine-text',
  'danger-to-reporter',
] as const

export const reasonKeys = [...notReadyReasons, ...notForUsReasons] as const
export type ReasonKey = (typeof reasonKeys)[number]

/** The sentence of each reason, as letters and the status page say it. */
export const reasonSentences: Record<ReasonKey, string> = {
  'needs-source': 'It needs a source that we can check.',
  'place-or-date-unclear': 'The place or the date is not clear.',
  'claim-unconfirmed': 'We could not confirm what it says yet.',
  'photo-rights-missing': 'The rights to a photo are missing.',
  'needs-right-of-reply': 'The people it criticises have to be asked first.',
  'opinion-not-marked': 'Opinion and report are mixed; opinion has to be marked.',
  length: 'It is too long or too short for what it tells.',
  language: 'The language needs more work.',
  structure: 'The structure needs work: the news comes first.',
  'not-news': 'It is not news for our readers.',
  'already-covered': 'We have already covered it.',
  'too-old': 'It is too old by now.',
  advert: 'It reads as an advertisement or a press release.',
  duplicate: 'It is the same as another story that was sent to us.',
  copied: 'Text or pictures were copied from elsewhere.',
  false: 'We found that it is not true.',
  harm: 'It could harm a person, or publishing it would be unlawful.',
  'machine-text': 'It reads as machine text without reporting of your own.',
  'danger-to-reporter': 'Publishing it could put you in danger.',
}

/** The two lists a reason can stand in. */
export const reasonOutcomes = ['not-ready', 'not-for-us'] as const
export type ReasonOutcome = (typeof reasonOutcomes)[number]

/** What the desk has put down about a reason: `sentences` by language, none where the book's words hold. */
export type PutReason = {
  key: string
  outcome: ReasonOutcome
  sentences: Record<string, string>
  position: number
  retired: boolean
}

/** A reason as it stands in the list; `first`: it is one of the first reasons, which have words in every book. */
export type DeskReason = PutReason & { first: boolean }

const STEP = 10

/** Every reason, the first ones with what the desk changed about them, by outcome and in the desk's order. */
export function reasonsWith(put: readonly PutReason[]): DeskReason[] {
  const byKey = new Map(put.map((reason) => [reason.key, reason]))
  const first = [...ofFirst(notReadyReasons, 'not-ready'), ...ofFirst(notForUsReasons, 'not-for-us')]
  const own = put.filter(({ key }) => !isFirstReason(key)).map((reason) => ({ ...reason, first: false }))
  const all = [...first.map((reason) => ({ ...reason, ...byKey.get(reason.key), first: true })), ...own]
  return reasonOutcomes.flatMap((outcome) =>
    all.filter((reason) => reason.outcome === outcome).sort((a, b) => a.position - b.position),
  )
}

/** Is it one of the first reasons? */
export function isFirstReason(key: string): key is ReasonKey {
  return (reasonKeys as readonly string[]).includes(key)
}

function ofFirst(keys: readonly ReasonKey[], outcome: ReasonOutcome): PutReason[] {
  return keys.map((key, at) => ({ key, outcome, sentences: {}, position: at * STEP, retired: false }))
}
