// What a reporter's device has to know before it sends a photo.
import type { OutletSettings } from '#app/newsroom/outlet/settings.ts'
import type { PictureQuota } from './picture-quotas.ts'

export type PhotoRules = {
  /** What the desk keeps of what the file tells; `none` for everybody in safety mode. */
  keepEvidence: OutletSettings['keepEvidence']
  /** Nothing of this person's work stays on their devices. */
  safetyMode: boolean
  quota: PictureQuota
}
