// The English words, gathered from one file a room.
import { en as inBrowsers } from './browser/en.ts'
import { admin } from './en/admin.ts'
import { after } from './en/after.ts'
import { calls } from './en/calls.ts'
import { figures } from './en/figures.ts'
import { house } from './en/house.ts'
import { hubs } from './en/hubs.ts'
import { identity } from './en/identity.ts'
import { issues } from './en/issues.ts'
import { lists } from './en/lists.ts'
import { live } from './en/live.ts'
import { newsletter } from './en/newsletter.ts'
import { policies } from './en/policies.ts'
import { reader } from './en/reader.ts'
import { search } from './en/search.ts'
import { tracking } from './en/tracking.ts'
import { verification } from './en/verification.ts'
import { wire } from './en/wire.ts'

export const en = {
  ...inBrowsers,
  admin,
  after,
  calls,
  figures,
  house,
  hubs,
  identity,
  issues,
  lists,
  live,
  newsletter,
  policies,
  reader,
  search,
  tracking,
  verification,
  wire,
}
