// Old answers after a publication was acknowledged: in the process that published, and in a second one on the same data.
import { Agent } from 'node:http'
import { setTimeout as sleep } from 'node:timers/promises'
import { lot, open, seededHouse } from './houses.mjs'
import { row } from './rows.mjs'
import { send, signIn } from './signed-in.mjs'

const TIMES = 20
const WAIT_MS = 5_000

/** Publishes a story and takes it down again, many times; after each, every page that shows it is asked at once. */
export async function staleRows() {
  const house = await seededHouse()
  const second = await open(await lot(house.data))
  const { editorA, editorB } = house.seeded.accounts
  const { id, canaries, ...approved } = house.seeded.stories.approved
  const agent = new Agent({ keepAlive: true, maxSockets: 1 })
  const cookies = [await signIn(house.url, editorA), await signIn(house.url, editorB)]
  let version = approved.version
  const lists = ['/', '/feed.xml', '/feed.json']
  let stale = 0
  let slowest = 0
  for (let time = 0; time < 2 * TIMES; time++) {
    const isUp = time % 2 === 0
    for (const { url } of [house, second]) for (const path of lists) await send(agent, url + path, 'GET', {}) // to be kept
    version = await order(isUp ? { move: 'publish' } : { move: 'unpublish', deskNote: 'Measured.' })
    const acknowledged = performance.now()
    for (const path of lists) if ((await shows(house.url + path)) !== isUp) stale += 1
    while (!(await all(second.url, isUp))) {
      if (performance.now() - acknowledged > WAIT_MS) throw new Error('the second process never printed the change')
      await sleep(5)
    }
    slowest = Math.max(slowest, performance.now() - acknowledged)
  }
  agent.destroy()
  return [
    row(`stale answers after ${2 * TIMES} changes`, stale, 'answers', 0, 'lower'),
    row('longest until a second process prints it', slowest / 1000, 's', 1, 'lower'),
  ]

  /** @param {object} move */
  async function order(move) {
    for (const cookie of cookies) {
      const headers = { cookie, origin: house.url, 'content-type': 'application/json' }
      const answer = await send(
        agent,
        `${house.url}/moves/${id}`,
        'POST',
        headers,
        JSON.stringify({ ...move, version }),
      )
      if (answer.status === 200) return Number(JSON.parse(answer.text).version)
      if (cookie === cookies.at(-1)) throw new Error(`${JSON.stringify(move)} answers ${answer.status}: ${answer.text}`)
    }
    throw new Error('nobody could publish')
  }

  /** @param {string} url */
  async function shows(url) {
    return (await send(agent, url, 'GET', {})).text.includes(canaries.headline)
  }

  /** @param {string} url @param {boolean} isUp */
  async function all(url, isUp) {
    for (const path of lists) if ((await shows(url + path)) !== isUp) return false
    return true
  }
}
