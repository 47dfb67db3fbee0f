/** Drawn maps of the demo outlet: routes, lanes and places, in the manner of a newspaper's map desk. */
import { chance, ink, n, path, picture, ridgeLine, tall, text } from './draw.ts'

const mapInk = {
  land: '#ebe4d3',
  block: '#d9cfb8',
  street: '#f9f5ea',
  water: '#b4c6cb',
  waterLine: '#7e98a1',
  park: '#cdd0b0',
  label: '#3a4851',
}

/** The parade route through the centre of Panagyurishte. */
export function paradeMap(): string {
  const size = tall
  const route: [number, number][] = [
    [318, 236],
    [560, 300],
    [706, 352],
    [676, 520],
    [770, 640],
    [930, 704],
    [1112, 760],
    [1290, 852],
  ]
  const river =
    'M-20,1010 C180,930 360,950 560,850 C720,772 830,820 960,742 C1080,668 1060,540 1220,430 C1360,336 1460,340 1640,180'
  return picture(
    size,
    17,
    [
      `<rect width="1600" height="1067" fill="${mapInk.land}"/>`,
      contours(19),
      cityBlocks(),
      `<path d="M1160,880 q60,-90 190,-70 q120,10 130,90 q10,110 -150,110 q-190,0 -170,-130 Z" fill="${mapInk.park}"/><ellipse cx="1300" cy="902" rx="104" ry="62" fill="#bfc49d" stroke="#98a079" stroke-width="3"/><ellipse cx="1300" cy="902" rx="78" ry="40" fill="none" stroke="#f3efdf" stroke-width="3"/>`,
      `<path d="M120,120 q90,-60 190,-10 q40,90 -60,150 q-130,30 -130,-140 Z" fill="${mapInk.park}"/>`,
      `<path d="${river}" fill="none" stroke="${mapInk.waterLine}" stroke-width="68" stroke-linecap="round"/><path d="${river}" fill="none" stroke="${mapInk.water}" stroke-width="62"/><path d="${river}" fill="none" stroke="#cfdcdd" stroke-width="2" stroke-dasharray="26 34"/>`,
      `<path d="M-20,392 C300,420 480,330 706,352 C960,380 1180,250 1640,300" fill="none" stroke="#c5b898" stroke-width="26"/><path d="M-20,392 C300,420 480,330 706,352 C960,380 1180,250 1640,300" fill="none" stroke="${mapInk.street}" stroke-width="21"/>`,
      `<path d="${path(route)}" fill="none" stroke="#c5b898" stroke-width="32" stroke-linejoin="round"/><path d="${path(route)}" fill="none" stroke="${mapInk.street}" stroke-width="27" stroke-linejoin="round"/>`,
      railway('M-20,560 C200,600 300,700 420,760 C560,830 560,980 600,1100'),
      `<path d="M846,640 L990,754" stroke="#4a5861" stroke-width="3" transform="translate(30 -22)"/><path d="M846,684 L980,770" stroke="#4a5861" stroke-width="3" transform="translate(-6 18)"/>`,
      `<path d="${path(route)}" fill="none" stroke="#fff" stroke-width="17" stroke-linejoin="round" stroke-linecap="round" opacity="0.85"/><path d="${path(route)}" fill="none" stroke="${ink.red}" stroke-width="10" stroke-linejoin="round" stroke-linecap="round"/>`,
      arrowAlong(440, 268, 15),
      arrowAlong(690, 440, 100),
      arrowAlong(1030, 735, 17),
      stop(318, 236, '1'),
      stop(706, 352, '2'),
      stop(770, 640, '3'),
      stop(930, 704, '4'),
      stop(1290, 852, '5'),
      halo(352, 214, 'History museum', 'Column forms up, 09:00'),
      halo(744, 330, 'Museum Street corner', 'Sharp left turn on new paving'),
      halo(520, 668, 'Clock tower', 'Stands and first aid'),
      halo(974, 668, 'Bridge of 1934', 'Closed to spectators'),
      halo(1336, 826, 'Stadium', 'Arrival about 11:15'),
      text(1262, 396, 'Luda Yana', { size: 25, serif: true, italic: true, colour: '#4d6b76', turn: -38, spacing: 3 }),
      text(182, 196, 'Town park', { size: 20, serif: true, italic: true, colour: '#6d7556', anchor: 'middle' }),
      text(1440, 262, 'to Plovdiv →', { size: 20, colour: mapInk.label }),
      text(40, 372, '← to Koprivshtitsa', { size: 20, colour: mapInk.label }),
      text(112, 640, 'Station', { size: 20, colour: mapInk.label }),
      ...[
        [604, 560],
        [1056, 800],
        [1236, 778],
      ].map(([x = 0, y = 0]) => firstAid(x, y)),
      mapTitle('The parade route', 'Panagyurishte · 2.3 kilometres'),
      scaleBar(70, 1010, [0, 100, 200, 400], 'metres'),
      north(1520, 130),
    ],
    { grain: 0.1, vignette: 0.14 },
  )
}

function mapTitle(title: string, under: string): string {
  return `<rect x="56" y="48" width="${Math.max(title.length * 25, under.length * 14) + 40}" height="112" fill="${ink.cream}" opacity="0.94"/><rect x="56" y="48" width="8" height="112" fill="${ink.red}"/>${text(86, 98, title, { size: 42, weight: 700, serif: true })}${text(86, 138, under, { size: 23, colour: ink.steel })}`
}

function cityBlocks(): string {
  const random = chance(77)
  const parts: string[] = []
  for (let row = 0; row < 15; row++) {
    for (let column = 0; column < 20; column++) {
      const x = 40 + column * 84 + (row % 2) * 30 + (random() - 0.5) * 16
      const y = 150 + row * 66 + Math.sin(column * 0.7) * 22 + (random() - 0.5) * 12
      const far = Math.hypot((x - 760) / 800, (y - 520) / 520)
      if (random() < far * 0.95 - 0.12) continue
      const width = 56 + random() * 20
      const height = 40 + random() * 14
      const turn = -8 + Math.sin(column * 0.5 + row * 0.4) * 12
      const tone = random() < 0.16 ? '#cbbfa3' : mapInk.block
      parts.push(
        `<rect x="${n(x)}" y="${n(y)}" width="${n(width)}" height="${n(height)}" rx="3" fill="${tone}" transform="rotate(${n(turn)} ${n(x)} ${n(y)})"/>`,
      )
    }
  }
  return parts.join('')
}

function contours(seed: number): string {
  const lines = Array.from({ length: 9 }, (_, at) => {
    const line = ridgeLine(tall, seed, 80 + at * 34, 120, 0.42).map(([x, y]): [number, number] => [
      x,
      y - at * 16 - 120,
    ])
    return `<path d="${path(line)}"/>`
  })
  return `<g fill="none" stroke="#cbbf9f" stroke-width="1.6" opacity="0.75">${lines.join('')}</g>`
}

function railway(line: string): string {
  return `<path d="${line}" fill="none" stroke="#5b6871" stroke-width="7"/><path d="${line}" fill="none" stroke="${mapInk.land}" stroke-width="4" stroke-dasharray="14 14"/>`
}

function stop(x: number, y: number, label: string): string {
  return `<circle cx="${x}" cy="${y}" r="23" fill="#fff"/><circle cx="${x}" cy="${y}" r="19" fill="${ink.ink}"/>${text(x, y + 8, label, { size: 23, weight: 700, colour: '#fff', anchor: 'middle' })}`
}

/** A name with a line under it, on a pale halo so that streets do not run through the letters. */
function halo(x: number, y: number, name: string, under: string): string {
  const name1 = text(x, y, name, { size: 27, weight: 700, colour: ink.ink })
  const under1 = text(x, y + 29, under, { size: 21, colour: mapInk.label })
  const ring = (one: string) =>
    one.replace('<text', '<text stroke="#f6f1e6" stroke-width="7" stroke-linejoin="round" opacity="0.9"')
  return ring(name1) + ring(under1) + name1 + under1
}

function firstAid(x: number, y: number): string {
  return `<rect x="${x - 14}" y="${y - 14}" width="28" height="28" rx="5" fill="#fff" stroke="${ink.red}" stroke-width="3"/><path d="M${x},${y - 8} v16 M${x - 8},${y} h16" stroke="${ink.red}" stroke-width="5"/>`
}

function arrowAlong(x: number, y: number, turn: number): string {
  return `<path d="M-9,-10 L8,0 L-9,10" fill="none" stroke="#fff" stroke-width="4.5" transform="translate(${x} ${y}) rotate(${turn})"/>`
}

function scaleBar(x: number, y: number, marks: number[], unit: string): string {
  const per = 260 / (marks.at(-1) ?? 1)
  const parts = marks.slice(1).map((to, at) => {
    const from = marks[at] ?? 0
    return `<rect x="${n(x + from * per)}" y="${y}" width="${n((to - from) * per)}" height="9" fill="${at % 2 ? ink.cream : ink.ink}" stroke="${ink.ink}" stroke-width="1.5"/>`
  })
  const words = marks.map((mark, at) =>
    text(x + mark * per, y - 10, at === marks.length - 1 ? `${mark} ${unit}` : String(mark), {
      size: 18,
      colour: mapInk.label,
      anchor: at === 0 ? 'start' : 'middle',
    }),
  )
  return `<rect x="${x - 18}" y="${y - 40}" width="352" height="64" fill="${ink.cream}" opacity="0.86"/>${parts.join('')}${words.join('')}`
}

function north(x: number, y: number): string {
  return `<circle cx="${x}" cy="${y}" r="36" fill="${ink.cream}" opacity="0.9"/><path d="M${x},${y - 27} L${x + 10},${y + 14} L${x},${y + 6} Z" fill="${ink.ink}"/><path d="M${x},${y - 27} L${x - 10},${y + 14} L${x},${y + 6} Z" fill="#8b979d"/>${text(x, y + 31, 'N', { size: 17, weight: 700, anchor: 'middle' })}`
}
