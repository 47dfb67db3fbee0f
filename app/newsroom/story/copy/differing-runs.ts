// The shortest way from one list to another, by Myers' O(ND) algorithm.

/** Items `[from, to)` of the first list that differ from items `[from, to)` of the second: `[a0, a1, b0, b1]`. */
export type Run = [number, number, number, number]

// Beyond this many items the lists are taken to differ as wholes: the trace would cost more memory than it is worth.
const MOST_ITEMS = 6000
const MOST_EDITS = 2000

/** The runs in which two lists differ, in order, with as few differing items as there can be. */
export function differingRuns<Item>(
  a: readonly Item[],
  b: readonly Item[],
  isSame: (x: Item, y: Item) => boolean,
): Run[] {
  const same = (i: number, j: number) => isSame(a[i] as Item, b[j] as Item)
  let start = 0
  let endA = a.length
  let endB = b.length
  while (start < endA && start < endB && same(start, start)) start++
  while (endA > start && endB > start && same(endA - 1, endB - 1)) {
    endA--
    endB--
  }
  if (start === endA && start === endB) return []
  const whole: Run[] = [[start, endA, start, endB]]
  if (start === endA || start === endB || endA - start + endB - start > MOST_ITEMS) return whole
  const trace = traceOf(endA - start, endB - start, (i, j) => same(start + i, start + j))
  return trace === null ? whole : runsOf(trace, endA - start, endB - start, start)
}

/** The furthest reach on each diagonal, for each number of edits; null when there are too many edits to be useful. */
function traceOf(n: number, m: number, same: (i: number, j: number) => boolean): Int32Array[] | null {
  const most = n + m
  const reach = new Int32Array(2 * most + 3)
  const trace: Int32Array[] = []
  const value = (k: number) => reach[most + 1 + k] ?? 0
  for (let edits = 0; edits <= Math.min(most, MOST_EDITS); edits++) {
    trace.push(reach.slice(most + 1 - edits - 1, most + 1 + edits + 2))
    for (let k = -edits; k <= edits; k += 2) {
      let x = k === -edits || (k !== edits && value(k - 1) < value(k + 1)) ? value(k + 1) : value(k - 1) + 1
      while (x < n && x - k < m && same(x, x - k)) x++
      reach[most + 1 + k] = x
      if (x >= n && x - k >= m) return trace
    }
  }
  return null
}

/** Walks the trace back from the end and joins neighbouring edits. */
function runsOf(trace: readonly Int32Array[], n: number, m: number, start: number): Run[] {
  const edits: Run[] = []
  let x = n
  let y = m
  for (let depth = trace.length - 1; depth > 0; depth--) {
    const row = trace[depth]
    const value = (k: number) => row?.[k + depth + 1] ?? 0
    const k = x - y
    const from = k === -depth || (k !== depth && value(k - 1) < value(k + 1)) ? k + 1 : k - 1
    const fromX = value(from)
    const fromY = fromX - from
    while (x > fromX && y > fromY) {
      x--
      y--
    }
    edits.push([fromX + start, x + start, fromY + start, y + start])
    x = fromX
    y = fromY
  }
  const runs: Run[] = []
  for (const edit of edits.reverse()) {
    const last = runs.at(-1)
    if (last !== undefined && last[1] === edit[0] && last[3] === edit[2]) {
      last[1] = edit[1]
      last[3] = edit[3]
    } else runs.push(edit)
  }
  return runs
}
