// Refuses a Node that is too old, in one line, before anything else fails less clearly.

/** Exits with 1 below Node 20.19. */
export function refuseOldNode() {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number)
  if (major > 20 || (major === 20 && minor >= 19)) return
  console.error(
    `Copydesk needs Node.js 20.19 or newer; this is ${process.versions.node}. Get one at https://nodejs.org`,
  )
  process.exit(1)
}
