// When a draft is saved, as a pure state machine: what happened goes in, what is true and when to try next comes out.

/** Milliseconds: save after this much quiet, and never later than this after the first unsaved change. */
export const savePace = {
  idle: 3_000,
  longest: 30_000,
  firstRetry: 2_000,
  longestRetry: 60_000,
  signedOut: 10_000,
} as const

export type Autosave = {
  phase: 'saved' | 'waiting' | 'saving' | 'failed' | 'signed-out' | 'refused' | 'conflict' | 'closed'
  /** The version the server has, which the next save is based on. */
  version: number
  /** When the oldest change that no sent save holds was made, in ms; null when there is none. */
  changedSince: number | null
  lastChange: number
  /** The same for the save that is on its way: taken back when it fails. */
  sendingSince: number | null
  failures: number
  /** Not before this instant, in ms. */
  retryAt: number
}

export type AutosaveEvent =
  | { type: 'changed'; at: number }
  | { type: 'sent' }
  | { type: 'saved'; version: number }
  | { type: 'failed'; at: number; retryAfterMs?: number }
  | { type: 'signed-out'; at: number }
  | { type: 'refused' }
  | { type: 'conflict'; version: number }
  | { type: 'closed' }
  /** The writer chose which words to go on with; `changed` when they differ from what the server has. */
  | { type: 'chosen'; changed: boolean; at: number }
  /** The network is back, or the writer asked to try now. */
  | { type: 'hurried'; at: number }

/** A freshly opened draft of this version. */
export function openedDraft(version: number): Autosave {
  return { phase: 'saved', version, changedSince: null, lastChange: 0, sendingSince: null, failures: 0, retryAt: 0 }
}

/** The state after something happened. */
export function afterEvent(state: Autosave, event: AutosaveEvent): Autosave {
  switch (event.type) {
    case 'changed':
      return {
        ...state,
        // A change may mend what was refused; the other phases end by their own events.
        phase: state.phase === 'saved' || state.phase === 'refused' ? 'waiting' : state.phase,
        changedSince: state.changedSince ?? event.at,
        lastChange: event.at,
      }
    case 'sent':
      return { ...state, phase: 'saving', sendingSince: state.changedSince, changedSince: null }
    case 'saved':
      return {
        ...state,
        phase: state.changedSince === null ? 'saved' : 'waiting',
        version: event.version,
        sendingSince: null,
        failures: 0,
        retryAt: 0,
      }
    case 'failed': {
      const wait = event.retryAfterMs ?? Math.min(savePace.firstRetry * 2 ** state.failures, savePace.longestRetry)
      return { ...unsent(state), phase: 'failed', failures: state.failures + 1, retryAt: event.at + wait }
    }
    case 'signed-out':
      return { ...unsent(state), phase: 'signed-out', retryAt: event.at + savePace.signedOut }
    case 'refused':
      return { ...unsent(state), phase: 'refused' }
    case 'conflict':
      return { ...unsent(state), phase: 'conflict', version: event.version }
    case 'closed':
      return { ...unsent(state), phase: 'closed' }
    case 'chosen':
      if (!event.changed) return openedDraft(state.version)
      return { ...openedDraft(state.version), phase: 'waiting', changedSince: event.at, lastChange: event.at }
    case 'hurried':
      return state.phase === 'failed' || state.phase === 'signed-out' ? { ...state, retryAt: event.at } : state
  }
}

/** When the next save is due, in ms; null while none is: nothing to save, one on its way, or a person has to decide. */
export function nextSaveAt(state: Autosave): number | null {
  switch (state.phase) {
    case 'waiting':
      return Math.min(state.lastChange + savePace.idle, (state.changedSince ?? state.lastChange) + savePace.longest)
    case 'failed':
    case 'signed-out':
      return state.retryAt
    case 'saved':
    case 'saving':
    case 'refused':
    case 'conflict':
    case 'closed':
      return null
  }
}

/** True while words are only in this window: leaving it would lose them. */
export function hasUnsavedWords(state: Autosave): boolean {
  return state.phase !== 'saved'
}

/** What the screen says: saved, on its way, or loudly not. */
export function saveSign(state: Autosave): 'saved' | 'saving' | 'not-saved' {
  if (state.phase === 'saved') return 'saved'
  return state.phase === 'waiting' || state.phase === 'saving' ? 'saving' : 'not-saved'
}

/** The words on their way did not arrive: they count as changed again, since they were first. */
function unsent(state: Autosave): Autosave {
  return { ...state, changedSince: state.sendingSince ?? state.changedSince, sendingSince: null }
}
