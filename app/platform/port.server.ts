// The open port: how it is opened and closed, and the short answers to who never gets further.
import type { IncomingMessage, Server, ServerResponse } from 'node:http'
import type { Socket } from 'node:net'
import type { Settings } from './env.server.ts'
import type { GuardRefusal } from './guard.ts'

const longestStopMs = 8_000

/** Opens the port. Rejects with one clear line when it cannot be had. */
export function openPort(http: Server, { port, host }: Pick<Settings, 'port' | 'host'>): Promise<void> {
  return new Promise((resolve, reject) => {
    http.once('error', (error) => {
      const taken = 'code' in error && error.code === 'EADDRINUSE'
      reject(
        taken
          ? new Error(`Port ${port} on ${host} is taken: stop what uses it, or set PORT to another number.`)
          : error,
      )
    })
    http.listen(port, host, () => resolve())
  })
}

/** Takes no new connections and waits for answers under way, a few seconds at most. */
export function closePort(http: Server): Promise<void> {
  return new Promise((resolve) => {
    const late = setTimeout(() => http.closeAllConnections(), longestStopMs)
    // A connection that is kept open after its answer would hold up the stop.
    const idle = setInterval(() => http.closeIdleConnections(), 25)
    http.close(() => {
      clearTimeout(late)
      clearInterval(idle)
      resolve()
    })
  })
}

/** Answers what the guard refused, and lets the connection go without reading the body into memory. */
export function refuse(request: IncomingMessage, response: ServerResponse, refusal: GuardRefusal) {
  const { status, because, allow } = refusal
  response.writeHead(status, {
    'content-type': 'text/plain; charset=utf-8',
    'cache-control': 'no-store',
    'x-content-type-options': 'nosniff',
    connection: 'close',
    ...(allow ? { allow } : {}),
  })
  response.end(`${because}\n`)
  request.resume() // a client still sending would otherwise never read the answer
}

/** Answers bytes that are no HTTP. */
export function refuseNonsense(error: Error & { code?: string }, socket: Socket) {
  if (!socket.writable || error.code === 'ECONNRESET') return socket.destroy()
  const status = {
    HPE_HEADER_OVERFLOW: '431 Request Header Fields Too Large',
    ERR_HTTP_REQUEST_TIMEOUT: '408 Request Timeout',
  }[error.code ?? '']
  socket.end(`HTTP/1.1 ${status ?? '400 Bad Request'}\r\nconnection: close\r\ncontent-length: 0\r\n\r\n`)
  return socket
}
