// What `npm run bench` was asked for on its command line.

/** The rows that can be asked for by name, in the order they are measured. */
export const names = [
  ...['cold', 'size', 'story', 'front', 'hub', 'section', 'feed', 'atom', 'json', '304', 'fresh', 'bytes', 'memory'],
  ...['stale', 'lcp', 'chunk', 'writing', 'autosave', 'move', 'copy', 'diff', 'likeness', 'queue', 'search', 'photo'],
]
export const ROUNDS = 6
/** Rounds of pages made anew before the first that counts: the compiler goes on for more than a thousand of them. */
export const WARM_UP = 6

const args = process.argv.slice(2)
const after = (/** @type {string} */ flag) => (args.includes(flag) ? args[args.indexOf(flag) + 1] : undefined)

export const asJson = args.includes('--json')
/** The file of an earlier run to set beside this one. */
export const compare = after('--compare')
/** How long the load lasts before memory is looked at. */
export const minutes = Number(after('--minutes') ?? 1)

const wanted = args.filter(
  (arg, at) => !arg.startsWith('--') && !['--compare', '--minutes'].includes(args[at - 1] ?? ''),
)

/** The first name that is no row's. */
export const unknown = wanted.find((name) => !names.includes(name))

/** Is one of these rows wanted? @param {...string} some */
export function asked(...some) {
  return wanted.length === 0 || some.some((name) => wanted.includes(name))
}

/** Tells who waits what happens; `--json` prints nothing but its object. @param {string} line */
export function say(line) {
  if (!asJson) console.error(line)
}
