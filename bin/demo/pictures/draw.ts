/** The drawing box of the demo pictures: palette, chance with a seed, land, sky, people and paper. */

export const ink = {
  night: '#12191f',
  ink: '#1b242b',
  slate: '#2f3e49',
  steel: '#566b78',
  mist: '#8fa3ab',
  haze: '#c3cfcf',
  paper: '#efe9dc',
  cream: '#f6f1e6',
  sand: '#d9c9a7',
  ochre: '#b58b4c',
  olive: '#565d42',
  moss: '#747c5c',
  red: '#b3261e',
}

export type Size = { width: number; height: number }
export const tall: Size = { width: 1600, height: 1067 }
export const broad: Size = { width: 1600, height: 900 }

/** Numbers from 0 to 1 that are the same for the same seed (mulberry32). */
export function chance(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}

/** A whole picture: its layers under a soft vignette and a grain like that of a print. */
export function picture(
  size: Size,
  seed: number,
  layers: string[],
  paper: { grain?: number; vignette?: number } = {},
): string {
  const { width, height } = size
  const { grain = 0.16, vignette = 0.34 } = paper
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}">
<defs>
<filter id="grain" x="0" y="0" width="100%" height="100%"><feTurbulence type="fractalNoise" baseFrequency="0.8" numOctaves="2" stitchTiles="stitch" seed="${seed}"/><feColorMatrix values="0 0 0 0 0.07  0 0 0 0 0.08  0 0 0 0 0.09  0.9 0.9 0.9 0 -1.05"/></filter>
<pattern id="grainTile" width="400" height="400" patternUnits="userSpaceOnUse"><rect width="400" height="400" filter="url(#grain)"/></pattern>
<filter id="wash" x="0" y="0" width="100%" height="100%"><feTurbulence type="fractalNoise" baseFrequency="0.004 0.011" numOctaves="3" seed="${seed + 7}"/><feColorMatrix values="0 0 0 0 1  0 0 0 0 0.97  0 0 0 0 0.9  1.4 0.6 0 0 -0.82"/></filter>
<filter id="blur6"><feGaussianBlur stdDeviation="6"/></filter>
<filter id="blur20" x="-50%" y="-50%" width="200%" height="200%"><feGaussianBlur stdDeviation="20"/></filter>
<radialGradient id="vignette" cx="0.5" cy="0.46" r="0.78"><stop offset="0.5" stop-color="#0c1114" stop-opacity="0"/><stop offset="1" stop-color="#0c1114" stop-opacity="${vignette}"/></radialGradient>
</defs>
${layers.join('\n')}
<rect width="${width}" height="${height}" fill="url(#vignette)"/>
<rect width="${width}" height="${height}" fill="url(#grainTile)" opacity="${grain}"/>
</svg>`
}

/** A vertical gradient over the whole picture; stops are `[offset, colour]`. */
export function sky(size: Size, stops: [number, string][], id = 'sky'): string {
  return `${gradient(id, stops)}<rect width="${size.width}" height="${size.height}" fill="url(#${id})"/>`
}

export function gradient(id: string, stops: [number, string, number?][], across = false): string {
  const to = across ? 'x2="1" y2="0"' : 'x2="0" y2="1"'
  const marks = stops.map(
    ([at, colour, opacity = 1]) => `<stop offset="${at}" stop-color="${colour}" stop-opacity="${opacity}"/>`,
  )
  return `<defs><linearGradient id="${id}" x1="0" y1="0" ${to}>${marks.join('')}</linearGradient></defs>`
}

/** Slow bright streaks of cloud over the sky above `until`. */
export function clouds(size: Size, until: number, opacity = 0.5): string {
  return `${gradient('cloudfade', [
    [0, '#fff', 0.9],
    [0.7, '#fff', 0.8],
    [1, '#fff', 0],
  ])}<defs><mask id="cloudmask"><rect width="${size.width}" height="${until}" fill="url(#cloudfade)"/></mask></defs><g mask="url(#cloudmask)"><rect width="${size.width}" height="${until}" filter="url(#wash)" opacity="${opacity}"/></g>`
}

/** The sun or moon with its glow. */
export function disc(x: number, y: number, radius: number, colour: string, glow = 0.55): string {
  const id = `disc${Math.round(x)}-${Math.round(y)}`
  return `<defs><radialGradient id="${id}"><stop offset="0" stop-color="${colour}" stop-opacity="${glow}"/><stop offset="0.35" stop-color="${colour}" stop-opacity="${glow * 0.4}"/><stop offset="1" stop-color="${colour}" stop-opacity="0"/></radialGradient></defs><circle cx="${x}" cy="${y}" r="${radius * 4.5}" fill="url(#${id})"/><circle cx="${x}" cy="${y}" r="${radius}" fill="${colour}"/>`
}

/** Heights of a mountain line from left to right, by halving and shaking. */
export function ridgeLine(size: Size, seed: number, y: number, rise: number, rough = 0.54): [number, number][] {
  const random = chance(seed)
  let line = [y + (random() - 0.5) * rise, y + (random() - 0.5) * rise]
  let swing = rise
  while (line.length < 200) {
    const next: number[] = []
    for (const [at, here] of line.entries()) {
      const there = line[at + 1]
      next.push(here)
      if (there !== undefined) next.push((here + there) / 2 + (random() - 0.5) * swing)
    }
    line = next
    swing *= rough
  }
  return line.map((height, at) => [(at * size.width) / (line.length - 1), height])
}

export function path(points: [number, number][], closeAt?: number): string {
  const line = points.map(([x, y]) => `${n(x)},${n(y)}`).join(' L')
  if (closeAt === undefined) return `M${line}`
  const first = points[0]?.[0] ?? 0
  const last = points.at(-1)?.[0] ?? 0
  return `M${n(first)},${closeAt} L${line} L${n(last)},${closeAt} Z`
}

/** The same points as a soft line without corners. */
export function softPath(points: [number, number][]): string {
  const at = (place: number) => points[Math.max(0, Math.min(points.length - 1, place))] ?? [0, 0]
  const bends = points.slice(1).map((to, place) => {
    const [before, from, after] = [at(place - 1), at(place), at(place + 2)]
    const one = `${n(from[0] + (to[0] - before[0]) / 6)},${n(from[1] + (to[1] - before[1]) / 6)}`
    const other = `${n(to[0] - (after[0] - from[0]) / 6)},${n(to[1] - (after[1] - from[1]) / 6)}`
    return `C${one} ${other} ${n(to[0])},${n(to[1])}`
  })
  return `M${n(at(0)[0])},${n(at(0)[1])} ${bends.join(' ')}`
}

/** One range of hills, darker at its crest and fading into the mist at its foot. */
export function ridge(
  size: Size,
  seed: number,
  y: number,
  rise: number,
  crest: string,
  foot: string,
  rough?: number,
): string {
  const id = `ridge${seed}`
  const shape = path(ridgeLine(size, seed, y, rise, rough), size.height)
  return `<defs><linearGradient id="${id}" gradientUnits="userSpaceOnUse" x1="0" x2="0" y1="${y - rise}" y2="${y + rise * 1.6 + 60}"><stop offset="0" stop-color="${crest}"/><stop offset="1" stop-color="${foot}"/></linearGradient></defs><path d="${shape}" fill="url(#${id})"/>`
}

/** A band of mist. */
export function mist(size: Size, y: number, height: number, colour: string, opacity: number): string {
  const id = `mist${Math.round(y)}`
  return `${gradient(id, [
    [0, colour, 0],
    [0.5, colour, opacity],
    [1, colour, 0],
  ])}<rect y="${y}" width="${size.width}" height="${height}" fill="url(#${id})"/>`
}

/** A row of firs and round crowns standing on `y`. */
export function trees(
  seed: number,
  from: number,
  to: number,
  y: number,
  height: number,
  colour: string,
  firs = 0.7,
): string {
  const random = chance(seed)
  const parts: string[] = []
  for (let x = from; x < to; x += height * (0.12 + random() * 0.34)) {
    const tall = height * (0.45 + random() * 0.75)
    const foot = y + random() * height * 0.12
    if (random() < firs) parts.push(fir(x, foot, tall, random))
    else parts.push(crown(x, foot, tall * 0.8, random))
  }
  return `<g fill="${colour}">${parts.join('')}</g>`
}

function fir(x: number, y: number, height: number, random: () => number): string {
  const left: [number, number][] = []
  const right: [number, number][] = []
  const tiers = 6
  for (let tier = 0; tier <= tiers; tier++) {
    const down = y - height + (height * tier) / tiers
    const half = height * 0.028 * tier * (0.85 + random() * 0.3)
    left.push([x - half, down], [x - half * 0.55, down - height * 0.02])
    right.push([x + half, down], [x + half * 0.55, down - height * 0.02])
  }
  return `<path d="${path([...left, ...right.reverse()])} Z"/>`
}

function crown(x: number, y: number, height: number, random: () => number): string {
  const blobs = [0, 1, 2, 3, 4].map(() => {
    const dx = (random() - 0.5) * height * 0.42
    const dy = height * (0.42 + random() * 0.38)
    return `<circle cx="${n(x + dx)}" cy="${n(y - dy)}" r="${n(height * (0.13 + random() * 0.12))}"/>`
  })
  return `<rect x="${n(x - height * 0.025)}" y="${n(y - height * 0.5)}" width="${n(height * 0.05)}" height="${n(height * 0.52)}"/>${blobs.join('')}`
}

/** A standing person seen from behind or before; `y` is the ground, `height` in pixels. */
export function person(x: number, y: number, height: number, random: () => number, colour = ink.night): string {
  const h = height * (0.9 + random() * 0.16)
  const lean = (random() - 0.5) * 0.03
  const coat = random() < 0.5
  const broadness = 0.9 + random() * 0.25
  const at = (across: number, up: number) => `${n(x + (across * broadness + lean * up) * h)},${n(y - up * h)}`
  const hem = coat ? 0.33 : 0.46
  const flare = coat ? 0.125 : 0.095
  const stance = 0.045 + random() * 0.03
  const left = arm(-1)
  const right = arm(1)
  const hat =
    random() < 0.3
      ? `<path d="M${at(-0.075, 0.955)} L${at(0.075, 0.955)} L${at(0.05, 0.965)} L${at(0.04, 1.01)} L${at(-0.04, 1.01)} L${at(-0.05, 0.965)} Z"/>`
      : ''
  return `<g fill="${colour}" stroke="${colour}" stroke-linecap="round" stroke-linejoin="round">
<ellipse cx="${n(x + lean * h * 0.93)}" cy="${n(y - h * 0.925)}" rx="${n(h * 0.052)}" ry="${n(h * 0.068)}" stroke="none"/>${hat}
<path stroke="none" d="M${at(-0.028, 0.88)} L${at(-0.03, 0.845)} Q${at(-0.115, 0.835)} ${at(-0.125, 0.78)} L${at(-0.088, 0.58)} L${at(-flare, hem)} L${at(flare, hem)} L${at(0.088, 0.58)} L${at(0.125, 0.78)} Q${at(0.115, 0.835)} ${at(0.03, 0.845)} L${at(0.028, 0.88)} Z"/>
<path fill="none" stroke-width="${n(h * 0.05)}" d="${left} ${right}"/>
<path fill="none" stroke-width="${n(h * 0.07)}" d="M${at(-0.045, hem + 0.03)} L${at(-stance, 0.04)} M${at(0.045, hem + 0.03)} L${at(stance, 0.04)}"/>
<path fill="none" stroke-width="${n(h * 0.04)}" d="M${at(-stance, 0.02)} l${n(-h * 0.02)},0 M${at(stance, 0.02)} l${n(h * 0.02)},0"/></g>`

  function arm(side: number): string {
    const pose = random()
    const shoulder = `M${at(0.105 * side, 0.79)}`
    if (pose < 0.14) return `${shoulder} L${at(0.17 * side, 0.7)} L${at(0.13 * side, 0.86)}`
    if (pose < 0.45) return `${shoulder} L${at(0.155 * side, 0.63)} L${at(0.085 * side, 0.52)}`
    return `${shoulder} L${at(0.135 * side, 0.62)} L${at(0.125 * side, 0.47)}`
  }
}

/** Heads and shoulders of a crowd along the bottom edge. */
export function crowd(seed: number, from: number, to: number, y: number, height: number, colour: string): string {
  const random = chance(seed)
  const parts: string[] = []
  for (let x = from; x < to; x += height * (0.42 + random() * 0.32)) {
    const h = height * (0.8 + random() * 0.4)
    const top = y - h
    const r = height * 0.15
    parts.push(
      `<ellipse cx="${n(x)}" cy="${n(top + r)}" rx="${n(r * 0.82)}" ry="${n(r)}"/><path d="M${n(x - r * 0.4)},${n(top + r * 1.7)} C${n(x - r * 2.2)},${n(top + r * 2.3)} ${n(x - r * 2.1)},${n(top + r * 3)} ${n(x - r * 2.2)},${n(y + height)} L${n(x + r * 2.2)},${n(y + height)} C${n(x + r * 2.1)},${n(top + r * 3)} ${n(x + r * 2.2)},${n(top + r * 2.3)} ${n(x + r * 0.4)},${n(top + r * 1.7)} Z"/>`,
    )
    if (random() < 0.09) {
      parts.push(
        `<path d="M${n(x + r)},${n(top + r * 2.8)} L${n(x + r * 1.7)},${n(top - r * 0.9)} L${n(x + r * 2.2)},${n(top - r * 0.8)} L${n(x + r * 2)},${n(top + r * 3.2)} Z"/><rect x="${n(x + r * 1.1)}" y="${n(top - r * 1.7)}" width="${n(r * 1.6)}" height="${n(r * 0.95)}" rx="2"/>`,
      )
    }
  }
  return `<g fill="${colour}">${parts.join('')}</g>`
}

/** Water from `y` down with broken light under a source at `x`. */
export function water(
  size: Size,
  seed: number,
  y: number,
  top: string,
  bottom: string,
  light: string,
  x: number,
  spread = 220,
): string {
  const random = chance(seed)
  const strokes: string[] = []
  for (let down = 4; y + down < size.height; down += 4 + down * 0.035) {
    const depth = down / (size.height - y)
    const count = 7
    for (let at = 0; at < count; at++) {
      const near = random() < 0.45
      const cx = near ? x + (random() - 0.5) * spread * (0.5 + depth * 1.6) : random() * size.width
      const length = (14 + random() * 90) * (0.4 + depth * 1.5)
      const opacity = near ? 0.75 - depth * 0.35 : 0.1 + random() * 0.14
      strokes.push(
        `<path d="M${n(cx - length / 2)},${n(y + down)} h${n(length)}" stroke-width="${n(1.2 + depth * 3.4)}" opacity="${n(opacity)}"/>`,
      )
    }
  }
  return `${gradient(`water${seed}`, [
    [0, top],
    [1, bottom],
  ])}<rect y="${y}" width="${size.width}" height="${size.height - y}" fill="url(#water${seed})"/><g stroke="${light}" stroke-linecap="round">${strokes.join('')}</g>`
}

/** A few gulls or rooks. */
export function birds(seed: number, x: number, y: number, spread: number, count: number, colour: string): string {
  const random = chance(seed)
  const marks = Array.from({ length: count }, () => {
    const bx = x + (random() - 0.5) * spread
    const by = y + (random() - 0.5) * spread * 0.4
    const s = 6 + random() * 8
    return `<path d="M${n(bx - s)},${n(by - s * 0.3)} Q${n(bx - s * 0.4)},${n(by - s * 0.5)} ${n(bx)},${n(by)} Q${n(bx + s * 0.4)},${n(by - s * 0.6)} ${n(bx + s)},${n(by - s * 0.2)}"/>`
  })
  return `<g fill="none" stroke="${colour}" stroke-width="2.4" stroke-linecap="round">${marks.join('')}</g>`
}

/** The same shape twice: lit from behind by an edge of `light`, then dark. */
export function backlit(shape: string, dark: string, light: string, dx: number, dy: number): string {
  return `<g transform="translate(${dx} ${dy})" fill="${light}" stroke="${light}">${shape}</g><g fill="${dark}" stroke="${dark}">${shape}</g>`
}

export function text(
  x: number,
  y: number,
  words: string,
  style: {
    size?: number
    colour?: string
    weight?: number
    anchor?: 'start' | 'middle' | 'end'
    serif?: boolean
    spacing?: number
    italic?: boolean
    turn?: number
  } = {},
): string {
  const {
    size = 24,
    colour = ink.ink,
    weight = 400,
    anchor = 'start',
    serif = false,
    spacing = 0,
    italic = false,
    turn,
  } = style
  const family = serif ? 'DejaVu Serif, Georgia, serif' : 'Liberation Sans, Helvetica, Arial, sans-serif'
  const rotate = turn === undefined ? '' : ` transform="rotate(${turn} ${n(x)} ${n(y)})"`
  return `<text x="${n(x)}" y="${n(y)}" font-family="${family}" font-size="${size}" font-weight="${weight}"${italic ? ' font-style="italic"' : ''} text-anchor="${anchor}" letter-spacing="${spacing}" fill="${colour}"${rotate}>${words.replaceAll('&', '&amp;')}</text>`
}

/** A number with one decimal at most, so that files stay small and the same everywhere. */
export function n(value: number): string {
  return String(Math.round(value * 10) / 10)
}
