// What a reporter's device has to know before it sends a photo.
import type { OutletSettings } from '#app/newsroom/outlet/settings.ts'
import type { PictureQuota } from './picture-quotas.ts'

export type PhotoRules = {
  /** Public id of whose photos these are: a device may have several writers. */
  writer: string
  /** What the desk keeps of what the file tells; `none` for everybody in safety mode. */
  keepEvidence: OutletSettings['keepEvidence']
  /** Nothing of this person's work stays on their devices. */
  safetyMode: boolean
  quota: PictureQuota
  /** Whether this house can read HEIC, the form in which iPhones keep photos. */
  readsHeic: boolean
}
