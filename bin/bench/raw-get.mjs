// Answers as they cross the wire, and the floor that sends the same.
import { request } from 'node:http'
import { setTimeout as sleep } from 'node:timers/promises'
import { pidOf, start } from './houses.mjs'
import { brotliSize } from './rows.mjs'

/** @typedef {{ path: string, headers: [string, string][], body: Buffer }} Sent */
/** @typedef {{ pid: number, port: number }} Floor */

/** @param {string} path @param {number} port @param {Record<string, string>} headers @returns {Promise<{ status: number, headers: Map<string, string>, body: Buffer }>} */
export function rawGet(path, port, headers) {
  return new Promise((resolve, reject) => {
    request({ port, host: '127.0.0.1', path, headers }, (response) => {
      /** @type {Buffer[]} */
      const parts = []
      response.on('data', (part) => parts.push(part))
      response.on('end', () => {
        const sent = new Map(Object.entries(response.headers).map(([name, value]) => [name, String(value)]))
        resolve({ status: response.statusCode ?? 0, headers: sent, body: Buffer.concat(parts) })
      })
    })
      .on('error', reject)
      .end()
  })
}

/** One answer for the floor to send. @param {string} path @param {{ host: string, port: number }} house @param {string} coding @returns {Promise<Sent>} */
export async function sentFor(path, { host, port }, coding) {
  const { headers, body, status } = await rawGet(path, port, { host, 'accept-encoding': coding })
  if (status !== 200) throw new Error(`${path} answers ${status}`)
  // A bare server writes these itself.
  const own = ['date', 'connection', 'keep-alive', 'transfer-encoding', 'content-length']
  const kept = [...headers].filter(([name]) => !own.includes(name))
  return { path, headers: [...kept, ['content-length', String(body.length)]], body }
}

/** Asks for every page until it comes from memory, compressed as well as it can be. @param {string[]} paths @param {{ host: string, port: number }} house */
export async function keptPages(paths, house) {
  const pages = []
  for (const path of paths) {
    const smallest = brotliSize((await sentFor(path, house, 'identity')).body)
    for (let attempt = 0; ; attempt++) {
      const page = await sentFor(path, house, 'br')
      // The first answers are compressed quickly, the kept one is compressed best.
      if (page.headers.some(([, value]) => value === 'br') && page.body.length <= smallest * 1.02) {
        pages.push(page)
        break
      }
      if (attempt === 100) throw new Error(`${path} never came compressed from memory`)
      await sleep(20)
    }
  }
  return pages
}

/** Starts the bare server with these answers. @param {Sent[]} answers @returns {Promise<Floor>} */
export async function startFloor(answers) {
  const child = start('bin/bench/floor.mjs', [], process.env, 'pipe')
  child.stdin?.end(
    JSON.stringify(answers.map(({ path, headers, body }) => ({ path, headers, body: body.toString('base64') }))),
  )
  const port = await new Promise((resolve) => child.stdout?.once('data', (data) => resolve(Number(String(data)))))
  return { pid: pidOf(child), port }
}
