// When a draft is saved and kept on the device, as a pure state machine: what happened goes in, what is true and what is
// due next comes out.

/** Milliseconds: the device keeps words after this much quiet, and never later than this after the first change. */
export const keepPace = { idle: 400, longest: 2_000, retry: 10_000 } as const

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
  /** What the last tries met; it stays while the next one is on its way, so that the screen does not flicker. */
  trouble: 'failed' | 'signed-out' | null
  /** Not before this instant, in ms. */
  retryAt: number
  /** Whether this device keeps a copy of what is not saved: `off` is a choice, `refused` a device that would not. */
  device: 'off' | 'on' | 'refused'
  /** When the oldest change that the device's copy lacks was made, in ms; null when it lacks none. */
  unkeptSince: number | null
  /** The same for the copy that is being written. */
  keepingSince: number | null
  keepRetryAt: number
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
  /** Two versions became one, by merging or by the writer's choice; `changed` when it is not what the server has. */
  | { type: 'settled'; version: number; changed: boolean; at: number }
  /** The device begins to write its copy, has written it, or could not. */
  | { type: 'keeping' }
  | { type: 'kept' }
  | { type: 'not-kept'; at: number }
  /** The network is back, or the writer asked to try now. */
  | { type: 'hurried'; at: number }

/** A freshly opened draft of this version, on a device that keeps a copy of what is not saved, or does not. */
export function openedDraft(version: number, device: 'off' | 'on' = 'off'): Autosave {
  return {
    phase: 'saved',
    version,
    changedSince: null,
    lastChange: 0,
    sendingSince: null,
    failures: 0,
    trouble: null,
    retryAt: 0,
    device,
    unkeptSince: null,
    keepingSince: null,
    keepRetryAt: 0,
  }
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
        unkeptSince: state.unkeptSince ?? event.at,
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
        trouble: null,
        retryAt: 0,
        // What is saved needs no copy.
        unkeptSince: state.changedSince === null ? null : state.unkeptSince,
      }
    case 'failed': {
      const wait = event.retryAfterMs ?? Math.min(savePace.firstRetry * 2 ** state.failures, savePace.longestRetry)
      const failures = state.failures + 1
      return { ...unsent(state), phase: 'failed', trouble: 'failed', failures, retryAt: event.at + wait }
    }
    case 'signed-out':
      return { ...unsent(state), phase: 'signed-out', trouble: 'signed-out', retryAt: event.at + savePace.signedOut }
    case 'refused':
      return { ...unsent(state), phase: 'refused', trouble: null }
    case 'conflict':
      return { ...unsent(state), phase: 'conflict', trouble: null, version: event.version }
    case 'closed':
      return { ...unsent(state), phase: 'closed', trouble: null }
    case 'settled':
      return settled(state, event)
    case 'keeping':
      return { ...state, keepingSince: state.unkeptSince, unkeptSince: null }
    case 'kept':
      return { ...state, device: 'on', keepingSince: null }
    case 'not-kept': {
      const unkeptSince = state.keepingSince ?? state.unkeptSince ?? event.at
      return { ...state, device: 'refused', unkeptSince, keepingSince: null, keepRetryAt: event.at + keepPace.retry }
    }
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

/** When the device's copy is due, in ms; null while there is nothing to keep, or keeping is off or under way. */
export function nextKeepAt(state: Autosave): number | null {
  if (state.device === 'off' || state.phase === 'saved') return null
  if (state.unkeptSince === null || state.keepingSince !== null) return null
  const due = Math.min(state.lastChange + keepPace.idle, state.unkeptSince + keepPace.longest)
  return state.device === 'refused' ? Math.max(due, state.keepRetryAt) : due
}

/** True while the server lacks words that are here. */
export function hasUnsavedWords(state: Autosave): boolean {
  return state.phase !== 'saved'
}

/** True when the device's copy holds every word, so that a window that closes loses none. */
export function isKept(state: Autosave): boolean {
  return state.device === 'on' && state.unkeptSince === null && state.keepingSince === null
}

/** True when whoever leaves has to be asked: words are nowhere else, or something stands between them and the server. */
export function asksBeforeLeaving(state: Autosave): boolean {
  const isOnItsWay = state.phase === 'waiting' || state.phase === 'saving'
  return hasUnsavedWords(state) && !(isOnItsWay && isKept(state))
}

/** What the screen says: the server has the newest words, only the device has them, they are on their way, or nobody has them. */
export function saveSign(state: Autosave): 'saved' | 'on-device' | 'saving' | 'not-saved' {
  if (state.phase === 'saved') return 'saved'
  if (isKept(state)) return 'on-device'
  if (state.phase === 'waiting' || (state.phase === 'saving' && state.trouble === null)) return 'saving'
  // The device keeps them in a moment, as it did so far.
  return state.device === 'on' ? 'saving' : 'not-saved'
}

/** Words that differ from the server's are sent at once: whoever waited for a choice has waited long enough. */
function settled(
  state: Autosave,
  { version, changed, at }: { version: number; changed: boolean; at: number },
): Autosave {
  const { device, keepRetryAt } = state
  const calm = { ...openedDraft(version), device, keepRetryAt }
  if (!changed) return calm
  return { ...calm, phase: 'waiting', changedSince: at, lastChange: at - savePace.idle, unkeptSince: at }
}

/** The words on their way did not arrive: they count as changed again, since they were first. */
function unsent(state: Autosave): Autosave {
  return { ...state, changedSince: state.sendingSince ?? state.changedSince, sendingSince: null }
}
