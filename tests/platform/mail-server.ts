// A small mail server for tests that speak to a real one.
import { createServer, type Server, type Socket } from 'node:net'

const servers: Server[] = []

/** Closes every server of the test. */
export function closeMailServers(): void {
  for (const server of servers.splice(0)) server.close()
}

export type Conversation = { commands: string[]; data: string }

/** What the server says instead of yes: to a command that begins so, or, as `end`, to the whole letter. */
export type Answers = { [command in 'MAIL' | 'RCPT' | 'end']?: string }

/** Speaks just enough SMTP to take a letter; with `refuse` it knows no mailbox. */
export async function mailServer({
  refuse = false,
  answers = {},
}: {
  refuse?: boolean
  answers?: Answers
} = {}): Promise<{ port: number; conversations: Conversation[] }> {
  const conversations: Conversation[] = []
  const says: Answers = refuse ? { RCPT: '550 mailbox unavailable' } : answers
  const made = createServer((socket) => converse(socket, conversations, says))
  servers.push(made)
  await new Promise<void>((resolve) => made.listen(0, '127.0.0.1', resolve))
  const address = made.address()
  return { port: typeof address === 'object' && address ? address.port : 0, conversations }
}

function converse(socket: Socket, conversations: Conversation[], says: Answers) {
  const said: Conversation = { commands: [], data: '' }
  let inData = false
  let unread = ''
  socket.write('220 test ESMTP\r\n')
  socket.on('data', (chunk) => {
    unread += chunk.toString('utf8')
    for (;;) {
      const end = unread.indexOf(inData ? '\r\n.\r\n' : '\r\n')
      if (end < 0) return
      const taken = unread.slice(0, end)
      unread = unread.slice(end + (inData ? 5 : 2))
      if (inData) {
        said.data = `${taken}\r\n`
        inData = false
        conversations.push(said)
        socket.write(`${says.end ?? '250 taken'}\r\n`)
        continue
      }
      said.commands.push(taken)
      if (/^DATA/i.test(taken)) inData = true
      const no = /^MAIL/i.test(taken) ? says.MAIL : /^RCPT/i.test(taken) ? says.RCPT : undefined
      if (no) socket.write(`${no}\r\n`)
      else socket.write(inData ? '354 go on\r\n' : /^QUIT/i.test(taken) ? '221 bye\r\n' : '250 ok\r\n')
    }
  })
  socket.on('error', () => {})
}
