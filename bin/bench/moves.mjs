// How long a move takes until it is acknowledged: an editor claims a story and lets go of it, again and again.
import { Agent } from 'node:http'
import { send, signIn } from './signed-in.mjs'

/**
 * Times the claims, in turn with bare writes; letting go is not timed.
 * @param {{ url: string, seeded: { accounts: Record<string, { email: string, password: string }>, stories: Record<string, { id: string }> }, bareWrites: (count: number) => Promise<number[]>, rounds: number }} setup
 * @returns {Promise<{ ours: number[][], bare: number[][] }>} milliseconds of each claim, a list a round
 */
export async function timeMoves({ url, seeded, bareWrites, rounds }) {
  const editor = seeded.accounts.editorA
  const story = seeded.stories.submitted
  if (!editor || !story) throw new Error('the seed has no editor with a story to claim')
  const agent = new Agent({ keepAlive: true, maxSockets: 1 })
  const cookie = await signIn(url, editor)
  const page = await send(agent, `${url}/desk/stories/${story.id}`, 'GET', { cookie })
  let version = Number(/name="version" value="(\d+)"/.exec(page.text)?.[1])

  async function order(/** @type {'claim' | 'release'} */ move) {
    const headers = { cookie, origin: url, 'content-type': 'application/json' }
    const began = performance.now()
    const answer = await send(agent, `${url}/moves/${story?.id}`, 'POST', headers, JSON.stringify({ move, version }))
    const took = performance.now() - began
    if (answer.status !== 200) throw new Error(`${move} answers ${answer.status}: ${answer.text}`)
    version = JSON.parse(answer.text).version
    return took
  }

  const ours = []
  const bare = []
  for (let round = -1; round < rounds; round++) {
    const took = []
    for (let count = 0; count < 100; count++) {
      took.push(await order('claim'))
      await order('release')
    }
    const floor = await bareWrites(100)
    if (round < 0) continue // warm-up
    ours.push(took)
    bare.push(floor)
  }
  agent.destroy()
  return { ours, bare }
}
