// The Bulgarian words of the pages that run script, and of no other: the rooms they speak from.
import { account } from '../bg/account.ts'
import { contributor } from '../bg/contributor.ts'
import { copydesk } from '../bg/copydesk.ts'
import { desk } from '../bg/desk.ts'
import { errors } from '../bg/errors.ts'
import { queue } from '../bg/queue.ts'
import { workflow } from '../bg/workflow.ts'
import type { BrowserWords } from './en.ts'

export const bg: BrowserWords = {
  language: 'bg',
  account,
  contributor,
  copydesk,
  desk,
  errors,
  queue,
  workflow,
}
