// The Bulgarian words, gathered from one file a room.
import { account } from './bg/account.ts'
import { admin } from './bg/admin.ts'
import { after } from './bg/after.ts'
import { calls } from './bg/calls.ts'
import { contributor } from './bg/contributor.ts'
import { copydesk } from './bg/copydesk.ts'
import { desk } from './bg/desk.ts'
import { errors } from './bg/errors.ts'
import { figures } from './bg/figures.ts'
import { house } from './bg/house.ts'
import { identity } from './bg/identity.ts'
import { lists } from './bg/lists.ts'
import { queue } from './bg/queue.ts'
import { reader } from './bg/reader.ts'
import { tracking } from './bg/tracking.ts'
import { verification } from './bg/verification.ts'
import { wire } from './bg/wire.ts'
import { workflow } from './bg/workflow.ts'
import type { Words } from './words.ts'

export const bg: Words = {
  language: 'bg',
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
