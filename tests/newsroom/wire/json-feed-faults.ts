// What the published schema of JSON Feed finds wrong with a feed.
import { readFileSync } from 'node:fs'
import Ajv from 'ajv'
import addFormats from 'ajv-formats'

/** The faults; none of a feed that keeps to JSON Feed 1.1. */
export function faultsOfJsonFeed(body: string): unknown[] {
  const ajv = new Ajv({ strict: false, allErrors: true })
  addFormats(ajv)
  ajv.addSchema(read('feed-1.json'), 'https://json.schemastore.org/feed-1')
  const check = ajv.compile({ $id: 'https://json.schemastore.org/feed.json', ...read('feed.json') })
  return check(JSON.parse(body)) ? [] : (check.errors ?? [])
}

// The published schemas are of draft 4, whose `id` newer readers call `$id`.
function read(name: string) {
  const { $schema: _draft, id: _id, ...schema } = JSON.parse(readFileSync(`tests/standards/jsonfeed/${name}`, 'utf8'))
  return schema
}
