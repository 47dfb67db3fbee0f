/** Drawn scenes on land: the square, the parade, the museum, the field, the mountain, the archive. */
import {
  backlit,
  birds,
  chance,
  clouds,
  disc,
  gradient,
  ink,
  mist,
  n,
  person,
  picture,
  ridge,
  sky,
  tall,
  trees,
} from './draw.ts'
import { tank, tankDetail } from './silhouettes.ts'

/** The tank on its plinth above the square, against the evening sun. */
export function tankPlinth(): string {
  const size = tall
  const random = chance(11)
  const roofs = townRoofs(21, 0, 1600, 800, 58)
  const people = [96, 150, 188, 300, 1180, 1232, 1330, 1398, 1432, 1520].map((x) =>
    person(x, 1012 + random() * 22, 118 + random() * 16, random, ink.night),
  )
  return picture(size, 3, [
    sky(size, [
      [0, '#33454f'],
      [0.3, '#6e7f83'],
      [0.52, '#c3ab8d'],
      [0.66, '#e3c79c'],
      [0.74, '#e9d6b4'],
    ]),
    clouds(size, 640, 0.42),
    disc(1010, 470, 150, '#b9412d', 0.6),
    birds(5, 420, 240, 340, 11, '#2a343b'),
    ridge(size, 41, 620, 190, '#9d9c92', '#d8c8a8'),
    mist(size, 610, 150, '#e9d3ad', 0.55),
    ridge(size, 57, 706, 130, '#6a726d', '#b9ad93'),
    mist(size, 700, 130, '#dcc6a1', 0.5),
    ridge(size, 73, 770, 70, '#48534f', '#7d7c6c'),
    `<g fill="#38434a">${roofs}</g>`,
    trees(31, -20, 420, 842, 92, '#2d383c', 0.25),
    trees(32, 1220, 1640, 846, 104, '#2d383c', 0.25),
    `${gradient('ground', [
      [0, '#3a4245'],
      [1, '#171e23'],
    ])}<rect y="836" width="1600" height="240" fill="url(#ground)"/>`,
    paving(),
    plinth(),
    `<g transform="translate(470 640) scale(0.86)">${backlit(tank(), '#1b2327', '#e2a977', 3, -4)}${tankDetail('#46504f', '114')}</g>`,
    lamp(330, 1000, 330),
    lamp(1290, 1000, 330),
    `<ellipse cx="800" cy="1000" rx="560" ry="22" fill="#0d1316" opacity="0.45" filter="url(#blur6)"/>`,
    ...people,
    child(1276, 1030),
  ])
}

function plinth(): string {
  const courses = [0, 1, 2, 3].map((row) => {
    const y = 690 + row * 62
    const joints = Array.from({ length: 7 }, (_, at) => 470 + at * 105 + (row % 2) * 52)
    return `<path d="M${440 - row * 6},${y} H${1130 + row * 6}"/>${joints.map((x) => `<path d="M${x},${y} v62"/>`).join('')}`
  })
  return `${gradient('stone', [
    [0, '#7b7a72'],
    [0.4, '#5d615f'],
    [1, '#33393b'],
  ])}${gradient(
    'stonelight',
    [
      [0, '#0d1316', 0.55],
      [0.55, '#0d1316', 0.1],
      [0.86, '#f1b987', 0.28],
      [1, '#f1b987', 0.5],
    ],
    true,
  )}
<path d="M452,652 H1120 L1160,960 H412 Z" fill="url(#stone)"/><path d="M452,652 H1120 L1160,960 H412 Z" fill="url(#stonelight)"/>
<g stroke="#262d30" stroke-width="2.4" opacity="0.55" fill="none">${courses.join('')}</g>
<path d="M430,634 H1142 L1150,662 H422 Z" fill="#8c877b"/><path d="M430,634 H1142 L1143,639 H428 Z" fill="#e9bf92"/>
<path d="M372,944 H1200 L1224,984 H348 Z" fill="#42494b"/><path d="M372,944 H1200 L1203,949 H369 Z" fill="#a99c86"/>
<path d="M316,984 H1256 L1284,1024 H288 Z" fill="#2b3235"/><path d="M316,984 H1256 L1259,989 H313 Z" fill="#7d786c"/>
<rect x="660" y="742" width="252" height="112" fill="#2a3032" opacity="0.85"/><rect x="668" y="750" width="236" height="96" fill="none" stroke="#8f8367" stroke-width="2"/>
<g fill="#a89670"><rect x="706" y="772" width="160" height="7"/><rect x="690" y="792" width="192" height="5"/><rect x="700" y="808" width="172" height="5"/><rect x="738" y="824" width="96" height="5"/></g>
<path d="M520,944 q20,-34 60,-30 q40,-8 64,30 Z" fill="#252d27"/><g fill="${ink.red}"><circle cx="548" cy="926" r="7"/><circle cx="566" cy="918" r="8"/><circle cx="588" cy="920" r="7"/><circle cx="606" cy="930" r="7"/><circle cx="576" cy="932" r="7"/></g>`
}

function paving(): string {
  const lines = Array.from(
    { length: 25 },
    (_, at) => `<path d="M${n(800 + (at - 12) * 60)},840 L${n(800 + (at - 12) * 260)},1080"/>`,
  )
  const rows = [852, 868, 890, 920, 958, 1006, 1060].map((y) => `<path d="M0,${y} H1600"/>`)
  return `<g stroke="#0f1518" stroke-width="2" opacity="0.4" fill="none">${lines.join('')}${rows.join('')}</g><path d="M880,838 L1180,838 L1600,1067 L760,1067 Z" fill="#e0a878" opacity="0.1"/>`
}

function lamp(x: number, y: number, height: number): string {
  return `<g fill="#12191d"><path d="M${x - 5},${y} L${x - 3},${y - height} h6 L${x + 5},${y} Z"/><rect x="${x - 12}" y="${y - 16}" width="24" height="16"/><path d="M${x - 15},${y - height - 34} h30 l-6,36 h-18 Z"/><path d="M${x - 18},${y - height - 34} h36 l-14,-14 h-8 Z"/></g><circle cx="${x}" cy="${y - height - 16}" r="44" fill="#f4cf98" opacity="0.22" filter="url(#blur6)"/><path d="M${x - 10},${y - height - 30} h20 l-4,26 h-12 Z" fill="#f6d9a8"/>`
}

function child(x: number, y: number): string {
  return `<g transform="translate(${x} ${y}) scale(0.62)">${person(0, 0, 120, chance(9))}</g>`
}

/** Roofs, chimneys and one tower from `from` to `to`, standing on `y`. */
export function townRoofs(seed: number, from: number, to: number, y: number, height: number): string {
  const random = chance(seed)
  const parts: string[] = []
  let x = from - 30
  while (x < to) {
    const wide = 46 + random() * 74
    const wall = height * (0.5 + random() * 0.6)
    const roof = 16 + random() * 22
    const eave = y - wall
    parts.push(
      `<path d="M${n(x - 5)},${n(eave)} L${n(x + wide * 0.2)},${n(eave - roof)} H${n(x + wide * 0.8)} L${n(x + wide + 5)},${n(eave)} L${n(x + wide)},${n(eave)} V${n(y + 60)} H${n(x)} V${n(eave)} Z"/>`,
    )
    if (random() < 0.5) parts.push(`<rect x="${n(x + wide * 0.6)}" y="${n(eave - roof - 12)}" width="9" height="22"/>`)
    x += wide + random() * 8
  }
  const tower = from + (to - from) * 0.17
  parts.push(
    `<path d="M${tower},${y} V${y - 190} h-5 v-12 h5 L${tower + 22},${y - 250} L${tower + 44},${y - 202} h5 v12 h-5 V${y} Z"/><path d="M${tower + 21},${y - 250} h2 v-26 h-2 Z"/>`,
  )
  return parts.join('')
}
