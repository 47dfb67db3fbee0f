// Facts and a book of words → the letter: for the mail, for the list of notices, and veiled for safety mode.
import {
  type AccountLetterKind,
  choicesOf,
  isAboutLive,
  isAboutStory,
  isLetterKind,
  letterKinds,
} from '#app/newsroom/letters/kinds.ts'
import type { LetterContent, LetterLink } from '#app/newsroom/letters/letter.ts'
import type { LetterFacts, StoryLetterFacts } from '#app/newsroom/letters/letter-facts.ts'
import type {
  AccountLetterFacts,
  LetterButton,
  LetterWords,
  StoryLetterParts,
} from '#app/newsroom/letters/letter-words.ts'
import { filledTemplate, placesFilled, readsOwnWords } from '#app/newsroom/letters/templates.ts'
import { dateAndTime, dateOnly } from '#app/newsroom/outlet/local-time.ts'
import { entryPath } from '#app/newsroom/topics/live.ts'

const NOTICES = '/my/notices'

/** A row of the outbox, as far as its words need it. `content` is what writeLetter was given. */
export type KeptLetter = { kind: string; toName: string; content: unknown }

/** The letter in the language of the words. */
export function writtenLetter(letter: KeptLetter, words: LetterWords): LetterContent {
  const content = letter.content as LetterFacts | LetterContent
  const said = saidBy(letter, content, words)
  const chooses = isLetterKind(letter.kind) && (choicesOf(letter.kind).length > 1 || letter.kind === 'digest')
  return chooses ? { ...said, foot: { label: words.choose, path: '/account/letters' } } : said
}

/**
 * The letter of somebody in safety mode: that there is news, and where to sign in. No title, number, reason, name or
 * outlet. A letter with a secret link keeps the link, or it would be of no use.
 */
export function veiledLetter(letter: KeptLetter, words: LetterWords): LetterContent {
  const { veiled } = words
  const shown = { subject: veiled.subject, greeting: veiled.hello }
  const { button } = saidBy(letter, letter.content as LetterFacts | LetterContent, words)
  if (button?.path.includes('token='))
    return { ...shown, lines: [veiled.link], button: { label: veiled.openLink, path: button.path } }
  if (letter.kind === 'suspended') return { ...shown, lines: veiled.closed }
  return { ...shown, lines: [veiled.news], button: { label: veiled.signIn, path: '/sign-in?next=%2Fmy%2Fnotices' } }
}

/** Where a letter leads on our site; '' when nowhere. */
export function pathOf(letter: Pick<KeptLetter, 'kind' | 'content'>): string {
  const content = letter.content as LetterFacts | LetterContent
  if ('story' in content) return storyPath(letter.kind, content.story)
  if ('account' in content) return accountLinks[letter.kind as AccountLetterKind]?.[1] ?? ''
  if ('letters' in content) return NOTICES
  return content.button?.path ?? ''
}

/** The language of somebody without an account, where the letter's cause knew it. */
export function languageIn(content: unknown): string | undefined {
  const kept = content as LetterFacts | LetterContent
  if ('account' in kept) return kept.account.language
  return 'story' in kept ? kept.story.language : undefined
}

/** A secret that has left the house is not kept in it: only its hash stays, where it is asked for. */
export function withoutToken(content: unknown): unknown {
  const kept = content as LetterFacts | LetterContent
  if ('account' in kept) return { account: { ...kept.account, token: undefined } }
  if (!('subject' in kept) || !kept.button?.path.includes('token=')) return content
  const { button: _, ...rest } = kept
  return rest
}

function saidBy(letter: KeptLetter, content: LetterFacts | LetterContent, words: LetterWords): LetterContent {
  if ('story' in content) return aboutStory(letter, content.story, words)
  if ('account' in content) return aboutAccount(letter, content.account, words)
  if ('letters' in content) return digest(letter, content.letters, content.gathered, words)
  return content
}

function aboutStory(letter: KeptLetter, facts: StoryLetterFacts, words: LetterWords): LetterContent {
  if (!isAboutStory(letter.kind)) throw new Error(`no letter about a story is called ${letter.kind}`)
  const parts = partsOf(facts, words)
  const own = readsOwnWords(letter.kind, facts.forDesk) ? words.own?.[letter.kind] : undefined
  const {
    subject,
    lines,
    footer = [],
  } = own
    ? filledTemplate(letter.kind, own, placesFilled(letter.kind, parts, words.outcomes))
    : words.story[letter.kind](parts)
  // Readers have no page of the story to write on; who asked without an account is not called by a name they typed.
  const toReader = letterKinds[letter.kind].for === 'reader'
  return {
    subject,
    greeting: toReader ? words.veiled.hello : words.dear(letter.toName),
    lines: lines.filter(Boolean),
    button: storyLink(letter.kind, facts, words),
    footer: facts.number === 0 || toReader ? footer : [...footer, words.answerThere(facts.deskName, parts.ref)],
  }
}

function partsOf(facts: StoryLetterFacts, words: LetterWords): StoryLetterParts {
  // Facts that were kept by an older program may lack some.
  const time = (at: string | null | undefined) => (at ? dateAndTime(new Date(at), facts.timeZone, words.language) : '')
  return {
    ref: `#${facts.number}`,
    headline: facts.headline || words.untitled,
    byline: facts.byline || words.nameWithheld,
    desk: facts.deskName,
    note: facts.note,
    deskNote: facts.deskNote,
    reasons: facts.reasons.map((key) => `– ${words.reasons[key] ?? key}`).join('\n'),
    points: facts.points.map((point, i) => `${i + 1}. ${point}`).join('\n'),
    pointCount: facts.points.length,
    sentAt: time(facts.sentAt),
    answerBy: time(facts.answerBy),
    dueBy: facts.dueAt ? dateOnly(new Date(facts.dueAt), facts.timeZone, words.language) : '',
    publishAt: time(facts.publishAt),
    hold: (words.holds as Record<string, string>)[facts.hold] ?? '',
    ticket: facts.ticket ?? '',
    byReader: facts.byReader ?? false,
    outcome: facts.outcome ?? '',
    forDesk: facts.forDesk,
  }
}

function storyLink(kind: string, facts: StoryLetterFacts, { buttons }: LetterWords): LetterLink {
  const path = storyPath(kind, facts)
  if (path.startsWith('/stories/') || path.startsWith('/topics/')) return { label: buttons.read, path }
  if (path.startsWith('/my/pitches/') || path.startsWith('/my/live/')) return { label: buttons.read, path }
  if (['message', 'comment', 'ticket-asked', 'new-pitch', 'new-live-entry'].includes(kind))
    return { label: buttons.answer, path }
  return { label: facts.forDesk ? buttons.desk : buttons.status, path }
}

const leadsToReaders = ['published', 'restored', 'corrected', 'clarified', 'updated', 'error-corrected']

function storyPath(kind: string, { slug, publicId, forDesk }: StoryLetterFacts): string {
  if (slug && leadsToReaders.includes(kind)) return `/stories/${slug}`
  if (kind.startsWith('report-')) return slug ? `/stories/${slug}` : '/'
  if (kind === 'ticket-asked') return '/desk/corrections'
  if (kind === 'new-pitch') return '/desk/pitches'
  if (kind.startsWith('pitch-')) return `/my/pitches/${publicId}`
  if (isAboutLive(kind)) return slug ? livePath(kind, slug, publicId) : ''
  return forDesk ? `/desk/stories/${publicId}` : `/my/stories/${publicId}/status`
}

// What readers have is shown where they have it; what they have not, on the page it was sent from.
function livePath(kind: string, slug: string, publicId: string): string {
  if (kind === 'new-live-entry') return `/desk/topics/${slug}/live`
  return kind === 'live-declined' ? `/my/live/${slug}` : entryPath(slug, publicId)
}

const accountLinks: Record<AccountLetterKind, [LetterButton, path: string] | null> = {
  'confirm-email': ['confirm', '/confirm-email?token='],
  'already-joined': ['newPassword', '/reset-password?token='],
  'reset-password': ['newPassword', '/reset-password?token='],
  'first-admin': ['firstPassword', '/reset-password?token='],
  'password-changed': ['newPassword', '/forgot-password'],
  'two-step': ['security', '/account/security'],
  'safety-off': ['security', '/account/security'],
  role: ['signIn', '/sign-in'],
  suspended: null,
  'suspension-lifted': ['signIn', '/sign-in'],
  'identity-opened': ['safety', '/account/safety'],
  'identity-protected': ['safety', '/account/safety'],
  'protection-ended': ['safety', '/account/safety'],
  'newsletter-confirm': ['newsletter', '/newsletter/confirm?token='],
  'newsletter-already': ['choices', '/newsletter/choices?token='],
  'identity-right': null,
  'section-rights': null,
}

function aboutAccount(letter: KeptLetter, facts: AccountLetterFacts, words: LetterWords): LetterContent {
  const kind = letter.kind as AccountLetterKind
  const { subject, lines, footer = [] } = words.account[kind](facts)
  const [button, path] = accountLinks[kind] ?? []
  const secret = path?.endsWith('token=') ?? false
  const link =
    button && path && (!secret || facts.token)
      ? { label: words.buttons[button], path: path + (secret ? facts.token : '') }
      : undefined
  return {
    subject,
    greeting: letter.toName ? words.hello(letter.toName) : words.veiled.hello,
    lines: lines.filter(Boolean),
    ...(link && { button: link }),
    footer,
  }
}

function digest(
  letter: KeptLetter,
  letters: { kind: string; content: unknown }[],
  gathered: number,
  words: LetterWords,
): LetterContent {
  const items = letters.map(({ kind, content }) => {
    const { subject, button } = writtenLetter({ kind, toName: letter.toName, content }, words)
    return { label: subject, path: button?.path ?? NOTICES }
  })
  const more = gathered - items.length
  return {
    subject: words.digest.subject(gathered),
    greeting: words.dear(letter.toName),
    lines: [words.digest.lead(gathered)],
    items,
    button: { label: words.buttons.notices, path: NOTICES },
    footer: more > 0 ? [words.digest.more(more)] : [],
  }
}
