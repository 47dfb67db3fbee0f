// The floor: a bare node:http server that sends given bytes for given paths, and nothing else. Reads them from stdin as JSON.
import { createServer } from 'node:http'

let input = ''
for await (const part of process.stdin) input += part
/** @type {{ path: string, headers: [string, string][], body: string }[]} */
const answers = JSON.parse(input)
const byPath = new Map(
  answers.map(({ path, headers, body }) => [path, { headers: headers.flat(), body: Buffer.from(body, 'base64') }]),
)
const server = createServer((request, response) => {
  const answer = byPath.get(request.url ?? '')
  if (!answer) {
    response.writeHead(404).end()
    return
  }
  response.writeHead(200, answer.headers)
  response.end(answer.body)
})
server.listen(0, '127.0.0.1', () => {
  const address = server.address()
  process.stdout.write(`${typeof address === 'object' ? address?.port : ''}\n`)
})
