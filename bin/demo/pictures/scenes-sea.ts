/** Drawn scenes at sea and in the air: ships, cranes, helicopters, aircraft. */
import {
  backlit,
  birds,
  broad,
  chance,
  clouds,
  crowd,
  disc,
  gradient,
  ink,
  mist,
  n,
  picture,
  ridge,
  sky,
  tall,
  trees,
  water,
} from './draw.ts'
import { peaks, townRoofs } from './scenes-land.ts'
import { helicopter, jet, lorry, minehunter, minehunterDetail } from './silhouettes.ts'

/** A minehunter going out before sunrise. */
export function minehunterDawn(): string {
  const size = tall
  const horizon = 690
  return picture(size, 9, [
    sky(size, [
      [0, '#22313c'],
      [0.26, '#4d626c'],
      [0.46, '#93a09a'],
      [0.58, '#d8c19a'],
      [0.65, '#ecd5a8'],
    ]),
    clouds(size, 600, 0.5),
    disc(1168, 628, 58, '#d9573d', 0.8),
    ridge(size, 88, 690, 60, '#8f968f', '#c7b795'),
    mist(size, 600, 130, '#f0d9ad', 0.5),
    water(size, 14, horizon, '#a7a690', '#1d2a33', '#f3d3a0', 1168, 200),
    `<path d="M0,${horizon} H1600" stroke="#f1dcb2" stroke-width="2" opacity="0.5"/>`,
    `<g transform="translate(330 756) scale(1.02)"><g transform="scale(1 -0.62) translate(0 -8)" opacity="0.5" fill="#141d23" stroke="#141d23" filter="url(#blur6)">${minehunter()}</g>${backlit(minehunter(), '#18222a', '#e7b887', 3, -2)}${minehunterDetail('#4b5a61', '33')}</g>`,
    `<g fill="none" stroke="#e9dcc0" stroke-linecap="round" opacity="0.75"><path d="M300,762 q30,-16 70,-2 M336,770 q120,14 300,6" stroke-width="4"/><path d="M1090,762 q140,10 420,4 M1120,776 q160,8 360,16" stroke-width="3"/></g>`,
    marker(176, 832, 1),
    marker(1396, 902, 1.5),
    birds(12, 640, 380, 420, 9, '#1d272e'),
  ])
}

/** A sweep marker buoy with its small flag. */
function marker(x: number, y: number, scale: number): string {
  return `<g transform="translate(${x} ${y}) scale(${scale})"><ellipse cx="0" cy="6" rx="34" ry="5" fill="#0f171c" opacity="0.5"/><path d="M-20,4 Q-18,-16 0,-18 Q18,-16 20,4 Z" fill="#27333b"/><path d="M0,-18 V-74" stroke="#27333b" stroke-width="4"/><path d="M2,-74 L40,-64 L2,-52 Z" fill="${ink.red}"/></g>`
}

/** A hull on the slip between two cranes, at the end of the working day. */
export function shipyardCranes(): string {
  const size = tall
  return picture(size, 61, [
    sky(size, [
      [0, '#3c4d58'],
      [0.3, '#7c878a'],
      [0.5, '#c9a887'],
      [0.66, '#e8c89a'],
    ]),
    clouds(size, 640, 0.5),
    disc(420, 560, 84, '#c8472f', 0.7),
    `<g fill="#8f8c80">${townRoofs(131, -200, 1700, 720, 46)}</g>`,
    mist(size, 620, 130, '#e8c89a', 0.55),
    `<g transform="translate(1010 720) scale(0.62)" opacity="0.75">${backlit(tower(), '#59615f', '#dcb78c', -3, 0)}</g>`,
    `<g transform="translate(600 742)">${backlit(hull(), '#2a343a', '#e2ac7d', -4, -3)}</g>`,
    scaffold(640, 744, 620, 176),
    `<g transform="translate(216 756)">${backlit(gantry(), '#1a2329', '#e6b283', -4, -2)}</g>`,
    `<g transform="translate(1340 760) scale(0.96)">${backlit(tower(), '#1a2329', '#e6b283', -3, -2)}</g>`,
    `<rect x="0" y="748" width="1600" height="34" fill="#161e23"/><rect x="0" y="748" width="1600" height="4" fill="#b58e6a"/>`,
    water(size, 64, 782, '#8f7f6c', '#182127', '#f0bd86', 420, 210),
    `<g opacity="0.3" filter="url(#blur6)"><g transform="translate(600 804) scale(1 -0.5)" fill="#141b20" stroke="#141b20">${hull()}</g><g transform="translate(216 804) scale(1 -0.45)" fill="#141b20" stroke="#141b20">${gantry()}</g></g>`,
    sparks(968, 690),
    birds(33, 760, 116, 260, 8, '#232d33'),
  ])
}

function gantry(): string {
  const lattice = Array.from(
    { length: 22 },
    (_, at) => `<path d="M${-110 + at * 48},-502 l24,-40 l24,40" fill="none" stroke-width="4"/>`,
  )
  return `<path d="M-120,-548 H960 V-536 H-120 Z M-120,-506 H960 V-494 H-120 Z"/>${lattice.join('')}<path d="M-40,0 L20,-500 L44,-500 L-4,0 Z M130,0 L70,-500 L46,-500 L94,0 Z"/><path d="M-24,-120 L112,-120 M-10,-240 L98,-240 M4,-360 L84,-360" stroke-width="8"/><path d="M880,0 L860,-500 L884,-500 L910,0 Z"/><rect x="470" y="-520" width="96" height="44"/><path d="M500,-476 V-300 M534,-476 V-300" stroke-width="3"/><path d="M486,-300 h62 l-12,34 h-38 Z"/><rect x="-60" y="-10" width="210" height="16"/><rect x="850" y="-10" width="90" height="16"/>`
}

function tower(): string {
  return `<path d="M-58,0 L-26,-330 L26,-330 L58,0 L42,0 L30,-90 L-30,-90 L-42,0 Z"/><path d="M-34,-100 L26,-200 M34,-100 L-26,-200 M-26,-210 L22,-300 M26,-210 L-22,-300" stroke-width="5"/><path d="M-44,-330 h88 v-70 h-60 l-28,30 Z"/><path d="M20,-390 L-262,-640 L-274,-632 L-14,-366 Z"/><path d="M10,-396 L66,-520 L-262,-640 M66,-520 L100,-352" fill="none" stroke-width="4"/><rect x="44" y="-392" width="72" height="48"/><path d="M-268,-634 V-402" stroke-width="3"/><path d="M-280,-402 h24 l-6,26 h-12 Z"/>`
}

function hull(): string {
  return `<path d="M0,-196 Q40,-90 70,0 H640 Q676,-60 684,-168 H560 V-184 H150 Q80,-188 0,-196 Z"/><path d="M330,-184 V-262 H396 V-300 H492 V-262 H540 V-184 Z"/><path d="M432,-300 V-372 M416,-350 h32" stroke-width="6"/>`
}

function scaffold(x: number, y: number, wide: number, high: number): string {
  const posts = Array.from(
    { length: 15 },
    (_, at) => `<path d="M${n(x + (at * wide) / 14)},${y} v${-high + (at % 3) * 10}"/>`,
  )
  const decks = [0.28, 0.56, 0.84].map((part) => `<path d="M${x},${n(y - high * part)} h${wide}"/>`)
  const braces = Array.from(
    { length: 14 },
    (_, at) =>
      `<path d="M${n(x + (at * wide) / 14)},${n(y - (at % 2 ? high * 0.56 : 0))} l${n(wide / 14)},${n(at % 2 ? high * 0.28 : -high * 0.28)}"/>`,
  )
  return `<g fill="none" stroke="#8a7c68" stroke-width="3" opacity="0.85">${posts.join('')}${decks.join('')}${braces.join('')}</g>`
}

function sparks(x: number, y: number): string {
  const random = chance(3)
  const trails = Array.from({ length: 26 }, () => {
    const turn = random() * Math.PI
    const long = 12 + random() * 50
    return `<path d="M${x},${y} q${n(Math.cos(turn) * long * 0.6)},${n(-Math.sin(turn) * long * 0.5)} ${n(Math.cos(turn) * long)},${n(10 + random() * 34)}"/>`
  })
  return `<circle cx="${x}" cy="${y}" r="46" fill="#fff0c4" opacity="0.5" filter="url(#blur20)"/><g fill="none" stroke="#ffd591" stroke-width="2.2" stroke-linecap="round">${trails.join('')}</g><circle cx="${x}" cy="${y}" r="6" fill="#fffbe9"/>`
}

/** Six trainers in formation over the bay, seen from the beach. */
export function airShow(): string {
  const size = broad
  const planes: [number, number, number][] = [
    [1030, 214, 1],
    [930, 196, 0.92],
    [1004, 312, 0.92],
    [836, 188, 0.84],
    [912, 302, 0.84],
    [980, 408, 0.84],
  ]
  const smoke = planes.map(([x, y], at) => {
    const red = at === 0
    const bend = `M${x - 50},${y + 36} C${x - 320},${y + 210} ${x - 560},${y + 300} ${x - 1180},${y + 330 + at * 14}`
    return [
      [64, 0.1],
      [40, 0.2],
      [20, 0.42],
      [8, 0.7],
    ]
      .map(
        ([wide, opacity]) =>
          `<path d="${bend}" stroke="${red ? ink.red : '#f6f1e4'}" stroke-width="${wide}" opacity="${red ? (opacity ?? 0) * 0.9 : opacity}"/>`,
      )
      .join('')
  })
  return picture(size, 67, [
    sky(size, [
      [0, '#4f7080'],
      [0.45, '#93aeb2'],
      [0.8, '#dfdcc6'],
    ]),
    clouds(size, 640, 0.7),
    disc(1330, 180, 46, '#fdf3d2', 0.6),
    `<g fill="none" stroke-linecap="round" filter="url(#blur6)">${smoke.join('')}</g>`,
    ...planes.map(
      ([x, y, scale]) => `<g transform="translate(${x} ${y}) rotate(-34)" fill="#18242c">${jet(scale)}</g>`,
    ),
    ridge({ width: 1600, height: 900 }, 512, 646, 70, '#7b8f92', '#b3bcb0'),
    `<path d="M1600,900 V560 Q1480,566 1400,610 Q1280,640 1170,664 Q1120,672 1090,690 H1600 Z" fill="#52646a"/><path d="M1404,612 V562 h12 l6,-24 6,24 h12 V606 Z" fill="#e9e1cb"/><path d="M1410,538 h24 l-12,-16 Z" fill="${ink.red}"/>`,
    water(size, 72, 684, '#8fa7a8', '#3c5661', '#f4eed9', 1330, 260),
    sail(330, 716, 1),
    sail(520, 702, 0.6),
    sail(1010, 722, 0.85),
    `<path d="M0,812 Q500,778 900,806 Q1300,828 1600,800 V900 H0 Z" fill="#c9b48a"/>`,
    crowd(14, -20, 1640, 892, 84, '#3f4a4d'),
    crowd(19, -20, 1640, 934, 112, '#161f25'),
    parasol(248, 812),
    parasol(1240, 822),
  ])
}

function sail(x: number, y: number, scale: number): string {
  return `<g transform="translate(${x} ${y}) scale(${scale})"><path d="M-30,0 H34 L24,12 H-20 Z" fill="#2e3d45"/><path d="M2,-6 V-92 Q44,-40 40,-8 Z" fill="#f4ecd7"/><path d="M-2,-6 V-80 Q-30,-34 -30,-8 Z" fill="#d9d2bf"/></g>`
}

function parasol(x: number, y: number): string {
  return `<path d="M${x},${y + 90} V${y - 20}" stroke="#1b242b" stroke-width="6"/><path d="M${x - 84},${y + 6} Q${x - 60},${y - 44} ${x},${y - 48} Q${x + 60},${y - 44} ${x + 84},${y + 6} Q${x},${y - 16} ${x - 84},${y + 6} Z" fill="${ink.red}"/><path d="M${x - 28},${y - 6} Q${x - 20},${y - 42} ${x},${y - 48} Q${x + 20},${y - 42} ${x + 28},${y - 6} Q${x},${y - 12} ${x - 28},${y - 6} Z" fill="#f2e8d0"/>`
}

/** A rescue helicopter winching somebody up from a snowy ridge. */
export function mountainRescue(): string {
  const size = tall
  return picture(size, 73, [
    sky(size, [
      [0, '#46606e'],
      [0.35, '#8aa0a5'],
      [0.62, '#d5d3c0'],
      [0.8, '#e8dcbe'],
    ]),
    clouds(size, 700, 0.6),
    peaks(611, 600, 400, '#8fa3aa', '#f3f3ec'),
    mist(size, 560, 220, '#dfdccb', 0.7),
    peaks(624, 760, 300, '#647d88', '#eef0ea'),
    mist(size, 740, 200, '#dfe0d4', 0.75),
    trees(111, -40, 640, 960, 180, '#3a5059', 1),
    mist(size, 850, 140, '#dfe0d4', 0.4),
    `<path d="M700,1067 L860,930 L948,900 L1020,846 L1096,836 L1160,862 L1250,852 L1390,930 L1600,1010 V1067 Z" fill="#22323b"/><path d="M860,930 L948,900 L1020,846 L1096,836 L1160,862 L1250,852 L1390,930 L1300,906 L1240,886 L1170,896 L1100,868 L1040,880 L960,930 Z" fill="#e9eeec"/>`,
    trees(113, 1380, 1660, 1060, 240, '#16232b', 1),
    trees(117, -40, 460, 1090, 230, '#16232b', 1),
    `<path d="M1012,380 L1060,742" stroke="#1a262e" stroke-width="3"/>`,
    `<g transform="translate(1060 742)" fill="#1a262e" stroke="#1a262e" stroke-linecap="round"><circle cx="0" cy="0" r="4"/><circle cx="-6" cy="14" r="8"/><path d="M-8,24 L-6,48 L-20,58 L-18,76" fill="none" stroke-width="11"/><circle cx="12" cy="18" r="7" fill="${ink.red}" stroke="none"/><path d="M12,28 L10,50 L20,62 L16,78" fill="none" stroke="${ink.red}" stroke-width="11"/></g>`,
    `<g transform="translate(1010 322) rotate(-3) scale(0.92)">${backlit(helicopter(), '#17222a', '#efd8ae', -3, -3)}<path d="M-186,66 Q-178,42 -128,34 L-92,30 L-98,72 Z" fill="#9fb6bb" opacity="0.8"/><rect x="-76" y="36" width="46" height="34" rx="5" fill="#8fa8ae" opacity="0.7"/><rect x="60" y="38" width="40" height="30" rx="5" fill="#8fa8ae" opacity="0.5"/><path d="M-150,92 H150" stroke="${ink.red}" stroke-width="10"/></g>`,
    `<g transform="translate(1128 858)" fill="#17222a" stroke="#17222a" stroke-linecap="round"><circle cx="0" cy="-58" r="7"/><path d="M0,-48 V-24" stroke-width="14"/><path d="M-2,-22 L-6,0 M3,-22 L8,0" stroke-width="7"/><path d="M4,-44 L20,-66 M-4,-44 L-20,-62" stroke-width="5"/><circle cx="44" cy="-50" r="7" fill="${ink.red}" stroke="none"/><path d="M44,-40 V-20" stroke="${ink.red}" stroke-width="13"/><path d="M42,-18 L40,2 M47,-18 L50,2" stroke-width="7"/></g>`,
    birds(43, 420, 420, 220, 4, '#2e424c'),
  ])
}

/** A pontoon bridge over the flooded river, lorries crossing in the rain. */
export function pontoonBridge(): string {
  const size = tall
  const random = chance(81)
  const rain = Array.from(
    { length: 260 },
    () => `<path d="M${n(random() * 1700)},${n(random() * 1067)} l-9,46" opacity="${n(0.15 + random() * 0.3)}"/>`,
  )
  const floats = Array.from({ length: 15 }, (_, at) => {
    const x = -40 + at * 116
    return `<path d="M${x},706 h104 l-12,46 h-80 Z" fill="#2b3534"/><path d="M${x},706 h104 l-2,7 h-100 Z" fill="#8b8d78"/><ellipse cx="${x + 52}" cy="758" rx="62" ry="7" fill="#efe6cc" opacity="0.25"/>`
  })
  return picture(size, 79, [
    sky(size, [
      [0, '#4d5a5f'],
      [0.35, '#7f8a88'],
      [0.6, '#b9b9a6'],
    ]),
    clouds(size, 600, 0.55),
    ridge(size, 706, 500, 100, '#6d7a79', '#a5a898'),
    mist(size, 470, 140, '#b9b9a6', 0.6),
    trees(121, -30, 700, 566, 110, '#4b5853', 0.2),
    trees(122, 980, 1660, 564, 120, '#4b5853', 0.2),
    `<g fill="#57615d">${townRoofs(137, 640, 1040, 562, 54)}</g>`,
    mist(size, 500, 110, '#c3c2ae', 0.5),
    water(size, 83, 566, '#a3a08a', '#3b4440', '#e9e3cc', 860, 620),
    drownedTree(520, 640, 0.9),
    drownedTree(1190, 622, 0.7),
    drownedTree(1420, 660, 1.1),
    ...floats,
    `<rect x="-20" y="690" width="1640" height="18" fill="#1d2626"/><rect x="-20" y="690" width="1640" height="4" fill="#a7a58c"/><path d="M-20,664 H1620 M-20,676 H1620" stroke="#39433f" stroke-width="3"/>${Array.from({ length: 34 }, (_, at) => `<path d="M${at * 48},660 v32" stroke="#39433f" stroke-width="4"/>`).join('')}`,
    ...[
      [150, 0.98],
      [640, 0.98],
      [1130, 0.98],
    ].map(
      ([x = 0, scale = 1]) =>
        `<g transform="translate(${x} 690) scale(${scale})">${backlit(lorry(), '#1c2626', '#c9c6ad', 0, -3)}<path d="M236,-134 h30 q6,0 8,8 l8,20 h-46 Z" fill="#9fb0ac" opacity="0.8"/><circle cx="334" cy="-66" r="7" fill="#fff0c2"/><path d="M338,-72 L450,-84 L450,-40 L338,-60 Z" fill="#f7e6b2" opacity="0.3"/><rect x="-4" y="-76" width="7" height="12" fill="${ink.red}"/><rect x="0" y="-112" width="212" height="16" fill="#efe7d0" opacity="0.9"/><rect x="0" y="-106" width="212" height="4" fill="${ink.red}"/></g>`,
    ),
    `<g transform="translate(290 902) scale(1.45)">${drownedHouse(0, 0)}</g>`,
    boat(900, 890),
    gauge(1420, 1046),
    `<g stroke="#e9e8dc" stroke-width="1.8">${rain.join('')}</g>`,
    `${gradient('near', [
      [0, '#1c2423', 0],
      [1, '#1c2423', 0.75],
    ])}<rect y="880" width="1600" height="190" fill="url(#near)"/>`,
  ])
}

function drownedHouse(x: number, y: number): string {
  return `<path d="M${x - 90},${y} V${y - 44} L${x},${y - 104} L${x + 90},${y - 44} V${y} Z" fill="#5a5a4f"/><path d="M${x - 104},${y - 38} L${x},${y - 112} L${x + 104},${y - 38} L${x + 92},${y - 36} L${x},${y - 98} L${x - 92},${y - 36} Z" fill="#8a4a3a"/><rect x="${x - 20}" y="${y - 50}" width="40" height="34" fill="#23292a"/><rect x="${x + 44}" y="${y - 112}" width="16" height="44" fill="#4a4a42"/><ellipse cx="${x}" cy="${y + 2}" rx="110" ry="6" fill="#e9e3cc" opacity="0.35"/>`
}

function drownedTree(x: number, y: number, scale: number): string {
  return `<g transform="translate(${x} ${y}) scale(${scale})"><g fill="none" stroke="#2c3531" stroke-linecap="round"><path d="M0,0 Q-4,-60 4,-120" stroke-width="12"/><path d="M0,-50 Q-30,-80 -44,-120 M2,-70 Q34,-96 40,-140 M4,-116 Q-14,-150 -20,-176 M4,-116 Q18,-150 16,-186" stroke-width="6"/><path d="M-34,-100 l-24,-14 M36,-118 l24,-16 M-12,-150 l-18,-8 M16,-160 l16,-14 M-44,-120 l-4,-24 M40,-140 l4,-22" stroke-width="3"/></g><g transform="scale(1 -0.5)" opacity="0.25" fill="none" stroke="#2c3531"><path d="M0,0 Q-4,-60 4,-120" stroke-width="12"/></g><ellipse cx="0" cy="2" rx="34" ry="4" fill="#efe8d2" opacity="0.4"/></g>`
}

function boat(x: number, y: number): string {
  const random = chance(5)
  const rowers = [-70, -26, 22, 66].map(
    (dx, at) =>
      `<g fill="${at === 2 ? ink.red : '#18201f'}" stroke="${at === 2 ? ink.red : '#18201f'}"><circle cx="${x + dx}" cy="${n(y - 62 - random() * 5)}" r="11" stroke="none"/><path d="M${x + dx - 15},${y - 8} Q${x + dx - 18},${y - 46} ${x + dx},${y - 50} Q${x + dx + 18},${y - 46} ${x + dx + 15},${y - 8} Z" stroke="none"/></g>`,
  )
  return `${rowers.join('')}<path d="M${x - 140},${y - 24} Q${x - 120},${y + 14} ${x - 90},${y + 16} H${x + 90} Q${x + 120},${y + 10} ${x + 130},${y - 20} Q${x},${y - 8} ${x - 140},${y - 24} Z" fill="#1c2625"/><path d="M${x - 140},${y - 24} Q${x},${y - 8} ${x + 130},${y - 20}" stroke="#c9c6ad" stroke-width="4" fill="none"/><path d="M${x + 126},${y - 22} l18,-12 v44 l-10,2" fill="#1c2625"/><path d="M${x - 170},${y + 20} q170,20 420,-4 M${x - 120},${y + 30} q120,12 300,0" stroke="#e9e3cc" stroke-width="3" fill="none" opacity="0.5"/>`
}

function gauge(x: number, y: number): string {
  const marks = Array.from(
    { length: 7 },
    (_, at) => `<rect x="${x}" y="${y - 40 - at * 34}" width="${at % 2 ? 24 : 40}" height="13" fill="#1b2424"/>`,
  )
  return `<rect x="${x - 6}" y="${y - 270}" width="60" height="350" fill="#efe7d0"/>${marks.join('')}<rect x="${x - 6}" y="${y - 196}" width="60" height="9" fill="${ink.red}"/><ellipse cx="${x + 24}" cy="${y + 2}" rx="76" ry="9" fill="#e9e3cc" opacity="0.35"/><rect x="${x - 6}" y="${y}" width="60" height="80" fill="#3b4440" opacity="0.75"/>`
}
