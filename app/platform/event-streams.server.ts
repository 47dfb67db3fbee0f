// Streams of events to open pages (text/event-stream, WHATWG HTML 9.2): few, watched, and ended when the house closes.

export type EventStreams = {
  /**
   * A stream for the person with this key, or null when they or the house have too many. `look` gives what the page is to
   * know, as one line of JSON; it is sent when it differs from what was sent last. `mayStay` is asked every half minute.
   */
  open(key: string, look: () => Promise<string>, mayStay: () => Promise<boolean>): Response | null
  /** Ends every stream and takes no new one. */
  stop(): void
}

export type StreamSettings = {
  /** A number that changes when any process has written; 0 where the engine cannot tell. */
  written: () => number
  /** A text that changes when open pages have something to learn. */
  mark: () => Promise<string>
  onFault: (error: unknown) => void
  perPerson?: number
  perProcess?: number
  lookEveryMs?: number
}

const BEAT_EVERY_MS = 20_000
const ASK_EVERY_MS = 30_000
/** Without a write things still end: somebody's half minute is over. */
const LOOK_ANYWAY_MS = 3_000

type Stream = {
  key: string
  send(text: string): void
  end(): void
  look: () => Promise<string>
  mayStay: () => Promise<boolean>
  last: string
  beatAt: number
  askedAt: number
  busy: boolean
}

/** Opens the streams of this process; it looks at the data only while somebody listens. */
export function openEventStreams(settings: StreamSettings): EventStreams {
  const { perPerson = 6, perProcess = 300, lookEveryMs = 500 } = settings
  const streams = new Set<Stream>()
  const changes = watchOf(settings)
  let timer: NodeJS.Timeout | null = null
  let closed = false

  function drop(stream: Stream) {
    streams.delete(stream)
    if (streams.size > 0 || !timer) return
    clearInterval(timer)
    timer = null
  }

  async function tick() {
    const news = await changes(Date.now()).catch(settings.onFault)
    for (const stream of streams) serve(stream, news === true, Date.now()).catch(settings.onFault)
  }

  return {
    open(key, look, mayStay) {
      const theirs = [...streams].filter((stream) => stream.key === key).length
      if (closed || theirs >= perPerson || streams.size >= perProcess) return null
      let mine: Stream | null = null
      const body = new ReadableStream<Uint8Array>({
        start(controller) {
          mine = newStream(key, controller, look, mayStay, drop)
          streams.add(mine)
          timer ??= setInterval(() => void tick(), lookEveryMs).unref()
          serve(mine, true, Date.now()).catch(settings.onFault)
        },
        cancel() {
          if (mine) drop(mine)
        },
      })
      return new Response(body, { headers: { 'content-type': 'text/event-stream', 'x-accel-buffering': 'no' } })
    },
    stop() {
      closed = true
      for (const stream of [...streams]) stream.end()
    },
  }
}

function newStream(
  key: string,
  controller: ReadableStreamDefaultController<Uint8Array>,
  look: Stream['look'],
  mayStay: Stream['mayStay'],
  drop: (stream: Stream) => void,
): Stream {
  const bytes = new TextEncoder()
  const mine: Stream = {
    key,
    look,
    mayStay,
    last: '',
    beatAt: Date.now(),
    askedAt: Date.now(),
    busy: false,
    send(text) {
      try {
        controller.enqueue(bytes.encode(text))
      } catch {
        drop(mine) // the page has gone
      }
    },
    end() {
      drop(mine)
      try {
        controller.close()
      } catch {
        // it has gone already
      }
    },
  }
  return mine
}

async function serve(one: Stream, hasNews: boolean, now: number) {
  if (one.busy) return
  one.busy = true
  try {
    if (now - one.askedAt >= ASK_EVERY_MS) {
      one.askedAt = now
      if (!(await one.mayStay())) return one.end()
    }
    if (hasNews) {
      const text = await one.look()
      if (text !== one.last) one.send(`data: ${text}\n\n`)
      one.last = text
    }
    if (now - one.beatAt >= BEAT_EVERY_MS) {
      one.beatAt = now
      one.send(': still here\n\n')
    }
  } finally {
    one.busy = false
  }
}

// Two questions, the cheap one first: has anybody written, and is it something that pages show?
function watchOf({ written, mark }: StreamSettings) {
  let seen = -1
  let known = ''
  let lookedAt = 0
  return async (now: number): Promise<boolean> => {
    const version = written()
    if (version !== 0 && version === seen && now - lookedAt < LOOK_ANYWAY_MS) return false
    seen = version
    lookedAt = now
    const found = await mark()
    const isNew = found !== known
    known = found
    return isNew
  }
}
