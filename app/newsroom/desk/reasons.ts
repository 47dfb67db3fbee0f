// Why a story is declined or rejected: a closed list; the sentences are in words.

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
