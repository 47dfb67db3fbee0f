// A load of HTTP/1.1 requests over kept-alive connections: counts answers, times each, checks nothing but the status line.
import { connect } from 'node:net'

/**
 * Sends `count` GETs over `connections` sockets, one in flight on each, going round the paths.
 * @param {{ port: number, host: string, paths: string[], headers: Record<string, string>, count: number, connections: number }} load
 * @returns {Promise<{ seconds: number, p50: number, p99: number, statuses: Record<string, number> }>} times in milliseconds
 */
export async function sendLoad({ port, host, paths, headers, count, connections }) {
  const lines = Object.entries(headers).map(([name, value]) => `${name}: ${value}\r\n`)
  const requests = paths.map((path) => Buffer.from(`GET ${path} HTTP/1.1\r\nHost: ${host}\r\n${lines.join('')}\r\n`))
  const times = new Float64Array(count)
  /** @type {Record<string, number>} */
  const statuses = {}
  let sent = 0
  let done = 0
  const start = performance.now()
  await Promise.all(Array.from({ length: connections }, () => runConnection()))
  const seconds = (performance.now() - start) / 1000
  const sorted = times.slice(0, done).sort()
  return { seconds, p50: sorted[Math.floor(done * 0.5)] ?? 0, p99: sorted[Math.floor(done * 0.99)] ?? 0, statuses }

  /** @returns {Promise<void>} */
  function runConnection() {
    return new Promise((resolve, reject) => {
      const socket = connect(port, '127.0.0.1')
      socket.setNoDelay(true)
      let waiting = -1 // bytes of this answer still to come; -1: its head is not complete
      let head = Buffer.alloc(0)
      let began = 0
      const next = () => {
        if (sent >= count) {
          socket.end()
          resolve()
          return
        }
        began = performance.now()
        socket.write(requests[sent++ % requests.length] ?? '')
      }
      socket.on('connect', next)
      socket.on('error', reject)
      socket.on('data', (data) => {
        let rest = data
        if (waiting < 0) {
          head = head.length ? Buffer.concat([head, rest]) : rest
          const end = head.indexOf('\r\n\r\n')
          if (end < 0) return
          const text = head.toString('latin1', 0, end)
          const status = text.slice(9, 12)
          statuses[status] = (statuses[status] ?? 0) + 1
          waiting = status === '304' ? 0 : Number(/content-length: *(\d+)/i.exec(text)?.[1] ?? 0)
          rest = head.subarray(end + 4)
          head = Buffer.alloc(0)
        }
        waiting -= rest.length
        if (waiting > 0) return
        waiting = -1
        times[done++] = performance.now() - began
        next()
      })
    })
  }
}
