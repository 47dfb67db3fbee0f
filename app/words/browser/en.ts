// The English words of the pages that run script, and of no other: the rooms they speak from.
import { account } from '../en/account.ts'
import { contributor } from '../en/contributor.ts'
import { copydesk } from '../en/copydesk.ts'
import { desk } from '../en/desk.ts'
import { errors } from '../en/errors.ts'
import { queue } from '../en/queue.ts'
import { workflow } from '../en/workflow.ts'

const language: string = 'en'

export const en = {
  language,
  account,
  contributor,
  copydesk,
  desk,
  errors,
  queue,
  workflow,
}

/** What a browser opens of a book; `Words` is the whole of it, which only the server has. */
export type BrowserWords = typeof en
