// Sends what this device still has of the writer's other stories, where nobody is asked anything for it.
import { type LocalDraft, livingWindows, localEntries, openLocalDrafts } from './local-drafts.ts'
import { putDraft } from './save-answer.ts'

/** Words that no longer go on from what is saved stay on the device until their story is opened. */
export async function sendLeftBehind(writer: string, open: string): Promise<void> {
  try {
    const living = await livingWindows()
    for (const [[kind, person, story, window], entry] of await localEntries()) {
      if (kind !== 'draft' || person !== writer || story === open || living.has(window)) continue
      const { base, words } = entry as LocalDraft
      const body = { version: base.version, window, ...words.fields, copy: words.copy }
      const { status } = await putDraft(`/my/stories/${story}/draft`, writer, body)
      if (status === 200) await openLocalDrafts(writer, story).drop(window)
      else if (status === 0 || status === 401) return
    }
  } catch {
    // The store does not open: nothing to send.
  }
}
