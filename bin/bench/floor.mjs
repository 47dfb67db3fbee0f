// The floor: a bare node:http server that sends given bytes for given paths, or a 304 to who has them, and nothing else.
// Reads them from stdin as JSON.
import { createServer } from 'node:http'

let input = ''
for await (const part of process.stdin) input += part
/** @type {{ path: string, headers: [string, string][], body: string }[]} */
const answers = JSON.parse(input)
const ofBody = ['content-type', 'content-length', 'content-encoding']
const byPath = new Map(
  answers.map(({ path, headers, body }) => [
    path,
    {
      headers: headers.flat(),
      body: Buffer.from(body, 'base64'),
      etag: headers.find(([name]) => name === 'etag')?.[1],
      bare: headers.filter(([name]) => !ofBody.includes(name)).flat(),
    },
  ]),
)
const server = createServer((request, response) => {
  const answer = byPath.get(request.url ?? '')
  if (!answer) {
    response.writeHead(404).end()
    return
  }
  if (answer.etag !== undefined && request.headers['if-none-match'] === answer.etag) {
    response.writeHead(304, answer.bare)
    response.end()
    return
  }
  response.writeHead(200, answer.headers)
  response.end(answer.body)
})
server.listen(0, '127.0.0.1', () => {
  const address = server.address()
  process.stdout.write(`${typeof address === 'object' ? address?.port : ''}\n`)
})
