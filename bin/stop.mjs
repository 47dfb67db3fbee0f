// Stops the program when it is asked to: finishes work, closes the data, and leaves with 0.

const longestMs = 10_000

/** Calls `stop` once on SIGTERM or SIGINT. @param {() => Promise<void>} stop */
export function stopOnSignal(stop) {
  let stopping = false
  for (const signal of ['SIGTERM', 'SIGINT'])
    process.on(signal, () => {
      if (stopping) return
      stopping = true
      setTimeout(() => process.exit(1), longestMs).unref()
      stop().then(
        () => process.exit(0),
        (error) => {
          console.error(error)
          process.exit(1)
        },
      )
    })
}
