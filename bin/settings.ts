// The settings of a command: read first of all, because the tables take their dialect from DATABASE_URL when they load.
import { readSettings } from '#app/platform/env.server.ts'

const read = readSettings(process.env)
if (!read.ok) {
  for (const fault of read.faults) console.error(fault)
  process.exit(1)
}
process.env.DATABASE_URL = read.settings.databaseUrl

/** The settings this process runs with. */
export const settings = read.settings
