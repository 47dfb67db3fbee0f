// A paper of many published stories in a new SQLite file in DATA_DIR, for measuring readers' search. Prints what to ask for as JSON.
import { settings } from './settings.ts'

const { openDatabase } = await import('#db/client.ts')
const { fillManyEditions, sought } = await import('./bench/many-editions.ts')
const database = await openDatabase(settings.databaseUrl)
await database.migrate()
await fillManyEditions(database, Number(process.argv[2]) || 200_000)
await database.close()
process.stdout.write(JSON.stringify(sought))
