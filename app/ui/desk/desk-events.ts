// Listens to what the house tells an open page: by a stream while the page is seen, by asking now and then where there is none.

const ASK_EVERY_MS = 15_000

/** Calls `told` with every answer of /desk/events for this question; a page in the background neither listens nor asks. */
export function listen(query: URLSearchParams, told: (facts: unknown) => void): void {
  const address = `/desk/events?${query}`
  let stream: EventSource | null = null
  let asking: number | undefined

  function open() {
    stream = new EventSource(address)
    stream.onmessage = ({ data }) => told(JSON.parse(data))
    stream.onerror = () => {
      // A lost connection is opened again by the browser; an answer that is no stream is not.
      if (stream?.readyState === EventSource.CLOSED) asking ??= window.setInterval(ask, ASK_EVERY_MS)
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
}
