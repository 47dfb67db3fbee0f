// The floor of a save: one row of the same size written to a bare SQLite file, synced to the disk each time.
// Told how many on standard input, it answers with the milliseconds each took, as JSON on one line.
import { join } from 'node:path'
import { createInterface } from 'node:readline'

const [folder = '', bytes = '7000'] = process.argv.slice(2)
// The engine that runs on this Node, as db/sqlite chooses it.
const name = Number(process.versions.node.split('.')[0]) < 22 ? 'better-sqlite3' : 'better-sqlite3-node22'
const { default: Database } = await import(name)
const db = new Database(join(folder, 'bare.sqlite'))
for (const pragma of ['journal_mode = WAL', 'synchronous = FULL']) db.pragma(pragma)
db.exec('create table if not exists rows (id integer primary key, version integer, words text)')
db.prepare('insert into rows values (1, 0, ?)').run('')
const write = db.prepare('update rows set version = version + 1, words = ? where id = 1')
const save = db.transaction((/** @type {string} */ words) => write.run(words))
let count = 0

for await (const line of createInterface({ input: process.stdin })) {
  const took = []
  for (let left = Number(line); left > 0; left--) {
    const words = `${++count} `.padEnd(Number(bytes), 'words ')
    const began = performance.now()
    save.immediate(words)
    took.push(performance.now() - began)
  }
  process.stdout.write(`${JSON.stringify(took)}\n`)
}
