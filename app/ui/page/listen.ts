// Listens to what the house tells an open page: by a stream while the page is seen, by asking now and then where there is none.

const ASK_EVERY_MS = 15_000

/**
 * Calls `told` with every answer of this address, a stream of ours; a page in the background neither listens nor asks.
 * Returns what ends it.
 */
export function listen(address: string, told: (facts: unknown) => void, askEveryMs = ASK_EVERY_MS): () => void {
  let over = false
  let stream: EventSource | null = null
  let asking: number | undefined

  function open() {
    if (over) return
    stream = new EventSource(address)
    stream.onmessage = ({ data }) => told(JSON.parse(data))
    stream.onerror = () => {
      // A lost connection is opened again by the browser; an answer that is no stream is not.
      if (stream?.readyState === EventSource.CLOSED) asking ??= window.setInterval(ask, askEveryMs)
    }
  }

  function close() {
    stream?.close()
    window.clearInterval(asking)
    asking = undefined
  }

  async function ask() {
    const answer = await fetch(address, { headers: { accept: 'application/json' } }).catch(() => null)
    if (answer?.ok) told(await answer.json())
  }

  document.addEventListener('visibilitychange', () => {
    close()
    if (document.visibilityState === 'visible') open()
  })
  addEventListener('pagehide', close)
  addEventListener('pageshow', ({ persisted }) => {
    if (persisted) open()
  })
  open()
  return () => {
    over = true
    close()
  }
}
