// How long a save of the writing page takes until it is acknowledged, beside a bare synced write in the same rounds.
import { Agent } from 'node:http'
import { send, signIn } from './signed-in.mjs'

/**
 * Saves the same draft again and again over one connection, each time with other words, in turn with bare writes.
 * @param {{ url: string, seeded: { accounts: Record<string, { email: string, password: string }>, stories: Record<string, { id: string }> }, bareWrites: (count: number) => Promise<number[]>, rounds: number }} setup
 * @returns {Promise<{ ours: number[][], bare: number[][], bytes: number }>} milliseconds of each save, a list a round
 */
export async function timeSaves({ url, seeded, bareWrites, rounds }) {
  const reporter = seeded.accounts.reporterA
  const story = seeded.stories.draft
  if (!reporter || !story) throw new Error('the seed has no reporter with a draft')
  const agent = new Agent({ keepAlive: true, maxSockets: 1 })
  const cookie = await signIn(url, reporter)
  const page = await send(agent, `${url}/my/stories/${story.id}`, 'GET', { cookie })
  let version = Number(/name="version" value="(\d+)"/.exec(page.text)?.[1])
  const ours = []
  const bare = []
  let bytes = 0
  for (let round = -1; round < rounds; round++) {
    const took = []
    for (let save = 0; save < 100; save++) {
      const body = JSON.stringify(draft(version, `${round}.${save}`))
      bytes = Buffer.byteLength(body)
      const began = performance.now()
      const answer = await send(
        agent,
        `${url}/my/stories/${story.id}/draft`,
        'PUT',
        {
          cookie,
          origin: url,
          'content-type': 'application/json',
        },
        body,
      )
      took.push(performance.now() - began)
      if (answer.status !== 200) throw new Error(`a save answers ${answer.status}: ${answer.text}`)
      version = JSON.parse(answer.text).version
    }
    const floor = await bareWrites(100)
    if (round < 0) continue // warm-up
    ours.push(took)
    bare.push(floor)
  }
  agent.destroy()
  return { ours, bare, bytes }
}

/** About 900 words in 15 paragraphs, 7 KB; `mark` makes each one new. @param {number} version @param {string} mark */
function draft(version, mark) {
  const sentence = 'The bridge was opened again on Monday after two years of work. '
  const paragraph = (/** @type {number} */ at) => ({
    type: 'paragraph',
    content: [{ type: 'text', text: `${at}.${mark} ${sentence.repeat(5)}`.trim() }],
  })
  const copy = { type: 'doc', content: Array.from({ length: 18 }, (_, at) => paragraph(at)) }
  return { version, headline: 'A bridge opens again', standfirst: 'What it cost.', copy }
}
