// The Arabic words, gathered from one file a room.
import { account } from './ar/account.ts'
import { admin } from './ar/admin.ts'
import { after } from './ar/after.ts'
import { calls } from './ar/calls.ts'
import { contributor } from './ar/contributor.ts'
import { copydesk } from './ar/copydesk.ts'
import { desk } from './ar/desk.ts'
import { errors } from './ar/errors.ts'
import { figures } from './ar/figures.ts'
import { house } from './ar/house.ts'
import { identity } from './ar/identity.ts'
import { lists } from './ar/lists.ts'
import { queue } from './ar/queue.ts'
import { reader } from './ar/reader.ts'
import { tracking } from './ar/tracking.ts'
import { verification } from './ar/verification.ts'
import { wire } from './ar/wire.ts'
import { workflow } from './ar/workflow.ts'
import type { Words } from './words.ts'

export const ar: Words = {
  language: 'ar',
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
