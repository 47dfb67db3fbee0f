// The Arabic words of the pages that run script, and of no other: the rooms they speak from.
import { account } from '../ar/account.ts'
import { contributor } from '../ar/contributor.ts'
import { copydesk } from '../ar/copydesk.ts'
import { desk } from '../ar/desk.ts'
import { errors } from '../ar/errors.ts'
import { queue } from '../ar/queue.ts'
import { workflow } from '../ar/workflow.ts'
import type { BrowserWords } from './en.ts'

export const ar: BrowserWords = {
  language: 'ar',
  account,
  contributor,
  copydesk,
  desk,
  errors,
  queue,
  workflow,
}
