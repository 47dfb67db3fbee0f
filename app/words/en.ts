// The English words, gathered from one file a room.
import { account } from './en/account.ts'
import { admin } from './en/admin.ts'
import { after } from './en/after.ts'
import { calls } from './en/calls.ts'
import { contributor } from './en/contributor.ts'
import { copydesk } from './en/copydesk.ts'
import { desk } from './en/desk.ts'
import { errors } from './en/errors.ts'
import { figures } from './en/figures.ts'
import { house } from './en/house.ts'
import { identity } from './en/identity.ts'
import { lists } from './en/lists.ts'
import { queue } from './en/queue.ts'
import { reader } from './en/reader.ts'
import { tracking } from './en/tracking.ts'
import { verification } from './en/verification.ts'
import { wire } from './en/wire.ts'
import { workflow } from './en/workflow.ts'

const language: string = 'en'

export const en = {
  language,
  account,
  admin,
  after,
  calls,
  contributor,
  copydesk,
  desk,
  errors,
  figures,
  house,
  identity,
  lists,
  queue,
  reader,
  tracking,
  verification,
  wire,
  workflow,
}
