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
import { lorry, tank, tankDetail } from './silhouettes.ts'

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
    `<g fill="#5d665f" transform="translate(0 -26)">${townRoofs(28, -160, 1600, 800, 64, 0.8)}</g>`,
    mist(size, 716, 120, '#dcc6a1', 0.4),
    `<g fill="#38434a">${roofs}</g>`,
    trees(31, -20, 420, 842, 92, '#2d383c', 0.25),
    trees(32, 1220, 1640, 846, 104, '#2d383c', 0.25),
    `${gradient('ground', [
      [0, '#77736a'],
      [0.4, '#464b4a'],
      [1, '#1b2226'],
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

/** Roofs, chimneys and one tower from `from` to `to`, standing on `y`; the tower stands `spire` of the way along. */
export function townRoofs(seed: number, from: number, to: number, y: number, height: number, spire = 0.17): string {
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
    x += wide * (0.72 + random() * 0.3)
  }
  const tower = from + (to - from) * spire
  parts.push(
    `<path d="M${tower},${y} V${y - 190} h-5 v-12 h5 L${tower + 22},${y - 250} L${tower + 44},${y - 202} h5 v12 h-5 V${y} Z"/><path d="M${tower + 21},${y - 250} h2 v-26 h-2 Z"/>`,
  )
  return parts.join('')
}

/** Ranks of marching soldiers in profile, the nearest darkest, with a plain pennant before them. */
export function paradeLine(): string {
  const size = tall
  const rank = (
    from: number,
    step: number,
    count: number,
    y: number,
    scale: number,
    fill: string,
    light: string,
    armed = true,
  ) =>
    Array.from({ length: count }, (_, at) => {
      const x = from + at * step
      return `<g transform="translate(${n(x)} ${y}) scale(${scale})">${backlit(soldier(armed), fill, light, -3, -2)}</g>`
    }).join('')
  const shadows = Array.from({ length: 11 }, (_, at) => {
    const x = 330 + at * 152
    return `<path d="M${x - 60},948 L${x + 40},948 L${x + 330},1067 L${x + 150},1067 Z"/>`
  })
  return picture(size, 29, [
    sky(size, [
      [0, '#5c6f76'],
      [0.3, '#97a3a0'],
      [0.55, '#d6c5a2'],
      [0.75, '#ecd8ae'],
    ]),
    clouds(size, 620, 0.45),
    disc(300, 520, 120, '#c24a33', 0.6),
    ridge(size, 141, 650, 110, '#9c9f93', '#d8c8a4'),
    mist(size, 610, 160, '#ecd8ae', 0.6),
    `<g fill="#7f8780" transform="translate(0 -6)">${townRoofs(61, -120, 1700, 770, 96)}</g>`,
    mist(size, 690, 140, '#e9d5ac', 0.55),
    `<g fill="#5d6763">${bunting(0, 560, 1600)}</g>`,
    `${gradient('road', [
      [0, '#a3977f'],
      [0.35, '#625f57'],
      [1, '#24292c'],
    ])}<rect y="790" width="1600" height="280" fill="url(#road)"/>`,
    `<g fill="#0f1518" opacity="0.35">${shadows.join('')}</g>`,
    rank(640, 108, 10, 850, 0.7, '#77796f', '#d7bd94'),
    mist(size, 700, 190, '#e9d5ac', 0.35),
    rank(560, 128, 9, 890, 0.9, '#474f50', '#d9b68b'),
    mist(size, 780, 150, '#e2caa0', 0.25),
    `<g transform="translate(196 958) scale(1.2)">${backlit(soldier(false), '#171e23', '#e8b284', -3, -2)}${pennant()}</g>`,
    rank(420, 152, 9, 956, 1.16, '#171e23', '#e8b284'),
    `<path d="M0,1003 H1600" stroke="#c9b48e" stroke-width="5" opacity="0.5" stroke-dasharray="120 60"/>`,
  ])
}

/** One soldier in step, facing left, 300 high. */
function soldier(armed: boolean): string {
  const rifle = `<path d="M-22,-172 L36,-318" stroke-width="8"/><path d="M36,-318 L48,-350" stroke-width="3.5"/><path d="M-26,-166 l-10,22" stroke-width="13"/>`
  return `<g stroke-linecap="round" stroke-linejoin="round"><g transform="translate(2 -252) scale(0.8) translate(-2 252)" stroke="none"><path d="M-17,-268 Q-21,-297 4,-300 Q25,-298 22,-266 L15,-252 L-8,-250 L-12,-258 L-18,-260 Z"/><path stroke="none" d="M-25,-274 Q-22,-306 4,-308 Q30,-306 28,-270 Z"/></g>
<path stroke="none" d="M-10,-254 Q-28,-242 -27,-204 L-21,-142 L24,-142 L29,-204 Q31,-242 14,-254 Z"/><rect x="12" y="-232" width="26" height="62" rx="8" stroke="none"/>
<path fill="none" stroke-width="24" d="M10,-146 L20,-82 L36,-16"/><path fill="none" stroke-width="15" d="M34,-8 L16,-4"/>
<path fill="none" stroke-width="24" d="M-6,-146 L-44,-88 L-66,-26"/><path fill="none" stroke-width="14" d="M-66,-20 L-88,-24"/>
<path fill="none" stroke-width="15" d="M-8,-232 L-42,-190 L-72,-204"/><path fill="none" stroke-width="16" d="M10,-232 L24,-186 L-16,-178"/>${armed ? rifle : ''}</g>`
}

function pennant(): string {
  return `<path d="M-76,-120 L-30,-470" stroke="#171e23" stroke-width="7" stroke-linecap="round"/><path d="M-31,-466 Q60,-490 118,-446 Q170,-412 236,-440 L196,-350 Q130,-326 76,-360 Q30,-388 -44,-364 Z" fill="#e9dcbc"/><path d="M-39,-398 Q50,-420 96,-386 Q150,-352 212,-384 L196,-350 Q130,-326 76,-360 Q30,-388 -44,-364 Z" fill="#8a9a6a"/><path d="M-31,-466 Q60,-490 118,-446 Q170,-412 236,-440 L230,-426 Q160,-398 110,-432 Q54,-470 -33,-450 Z" fill="#fff8e4" opacity="0.7"/>`
}

function bunting(from: number, y: number, to: number): string {
  const parts: string[] = []
  for (let x = from; x < to; x += 36) {
    const sag = y + Math.sin(((x - from) / (to - from)) * Math.PI * 4) ** 2 * 46
    parts.push(`<path d="M${n(x)},${n(sag)} h22 l-11,26 Z"/>`)
  }
  return parts.join('')
}

/** The museum before opening: six columns, two banners, an old field gun on the steps. */
export function museumFacade(): string {
  const size = tall
  const random = chance(4)
  const columns = [0, 1, 2, 3, 4, 5].map((at) => column(472 + at * 131, 402, 822))
  const windows = [0, 1, 2].flatMap((at) => [
    archWindow(170 + at * 84, 560),
    archWindow(1240 + at * 84, 560),
    archWindow(170 + at * 84, 724, 82),
    archWindow(1240 + at * 84, 724, 82),
  ])
  return picture(size, 31, [
    sky(size, [
      [0, '#7e939b'],
      [0.4, '#bcc4be'],
      [0.75, '#ead9b6'],
    ]),
    clouds(size, 700, 0.6),
    ridge(size, 171, 640, 120, '#a3aaa3', '#d2c8ac'),
    trees(91, -30, 190, 850, 300, '#59635a', 0.1),
    trees(92, 1440, 1660, 850, 320, '#59635a', 0.1),
    `${gradient('wing', [
      [0, '#d5c5a3'],
      [1, '#a99978'],
    ])}<rect x="120" y="486" width="1380" height="372" fill="url(#wing)"/><rect x="104" y="470" width="1412" height="20" fill="#e3d6b8"/><rect x="120" y="490" width="1380" height="9" fill="#8d7f63" opacity="0.6"/>`,
    ...windows,
    `<rect x="408" y="392" width="786" height="460" fill="#75694f"/>${gradient('porch', [
      [0, '#2d2b26', 0.85],
      [1, '#2d2b26', 0.25],
    ])}<rect x="408" y="392" width="786" height="460" fill="url(#porch)"/>`,
    `<rect x="736" y="560" width="130" height="262" fill="#2a2b29"/><path d="M736,560 q65,-70 130,0 Z" fill="#3a3a35"/><path d="M801,528 V822 M736,640 H866" stroke="#8b7a55" stroke-width="4"/><rect x="752" y="656" width="36" height="140" fill="#e8c78b" opacity="0.75"/><rect x="814" y="656" width="36" height="140" fill="#e8c78b" opacity="0.6"/>`,
    banner(548, 452),
    banner(941, 452),
    ...columns,
    `<path d="M376,398 L801,232 L1226,398 Z" fill="#dccdac"/><path d="M440,388 L801,252 L1162,388 Z" fill="#a8987a"/><path d="M376,398 L801,232 L1226,398 L1214,398 L801,246 L388,398 Z" fill="#f0e5ca"/><circle cx="801" cy="334" r="34" fill="#c9b892"/><circle cx="801" cy="334" r="25" fill="#8f8165"/><path d="M786,344 Q784,322 801,316 Q818,322 816,344 Z" fill="#dccdac"/>`,
    `<rect x="388" y="392" width="826" height="40" fill="#cfbf9c"/><rect x="388" y="392" width="826" height="8" fill="#f0e5ca"/><rect x="388" y="430" width="826" height="6" fill="#7d7058"/><text x="801" y="422" text-anchor="middle" font-family="DejaVu Serif, Georgia, serif" font-size="25" letter-spacing="11" fill="#5d523d">MUSEUM OF HISTORY</text>`,
    ...[0, 1, 2, 3, 4].map(
      (step) =>
        `<rect x="${400 - step * 34}" y="${822 + step * 22}" width="${802 + step * 68}" height="23" fill="${['#c9bb9b', '#bbae90', '#ac9f83', '#9c9077', '#8b806b'][step]}"/><rect x="${400 - step * 34}" y="${822 + step * 22}" width="${802 + step * 68}" height="4" fill="#ece0c4" opacity="0.8"/>`,
    ),
    `${gradient('yard', [
      [0, '#8d8470'],
      [1, '#3c3d3a'],
    ])}<path d="M0,856 H400 V932 H1202 V856 H1600 V1067 H0 Z" fill="url(#yard)"/><path d="M264,932 H1338 L1600,1067 H0 Z" fill="#4c4b45" opacity="0.6"/>`,
    `<path d="M0,486 L120,486 L120,856 L420,856 L250,1067 L0,1067 Z" fill="#1c2429" opacity="0.2"/>`,
    `<g transform="translate(1130 1000)"><ellipse cx="150" cy="8" rx="270" ry="14" fill="#0f1518" opacity="0.5"/>${backlit(fieldGun(), '#232b2d', '#d9b98a', -3, -3)}</g>`,
    ...[330, 372, 980].map((x) => person(x, 968 + random() * 16, 122, random, '#20272b')),
    birds(15, 1180, 200, 260, 6, '#3d474c'),
  ])
}

function column(x: number, top: number, foot: number): string {
  const id = `col${x}`
  return `${gradient(
    id,
    [
      [0, '#f3e8cd'],
      [0.35, '#dccdab'],
      [0.8, '#8d7f63'],
      [1, '#6c614c'],
    ],
    true,
  )}<path d="M${x - 24},${top + 34} Q${x - 30},${(top + foot) / 2} ${x - 30},${foot - 20} H${x + 30} Q${x + 30},${(top + foot) / 2} ${x + 24},${top + 34} Z" fill="url(#${id})"/>${[-16, -6, 5, 15].map((dx) => `<path d="M${x + dx * 0.85},${top + 40} L${x + dx},${foot - 22}" stroke="#6c614c" stroke-width="2" opacity="0.4"/>`).join('')}<rect x="${x - 34}" y="${foot - 22}" width="68" height="22" rx="4" fill="#c4b492"/><path d="M${x - 36},${top + 26} h72 l-10,14 h-52 Z" fill="#cdbd9a"/>`
}

function archWindow(x: number, y: number, height = 112): string {
  return `<path d="M${x - 4},${y + height + 4} V${y} q30,-44 60,0 V${y + height + 4} Z" fill="#efe2c3"/><path d="M${x + 3},${y + height} V${y + 2} q23,-34 46,0 V${y + height} Z" fill="#46525a"/><path d="M${x + 26},${y - 14} V${y + height} M${x + 3},${y + height / 2} h46" stroke="#d9caa8" stroke-width="3"/><path d="M${x + 3},${y + height} L${x + 3},${y + 30} L${x + 40},${y - 10} L${x + 49},${y} Z" fill="#dfe3da" opacity="0.16"/>`
}

function banner(x: number, y: number): string {
  return `<path d="M${x},${y} h112 v286 h-112 Z" fill="#3f5a5c"/><path d="M${x},${y} h30 v286 h-30 Z" fill="#22383b" opacity="0.6"/><rect x="${x}" y="${y + 262}" width="112" height="24" fill="${ink.ochre}"/><g fill="#f1e4c6" opacity="0.9"><rect x="${x + 40}" y="${y + 46}" width="60" height="8"/><rect x="${x + 40}" y="${y + 64}" width="46" height="8"/></g><path d="M${x + 46},${y + 214} V${y + 150} L${x + 72},${y + 118} L${x + 98},${y + 150} V${y + 214} Z" fill="#c8b07c" opacity="0.85"/>`
}

/** An old field gun pointing left. */
function fieldGun(): string {
  const spokes = [0, 30, 60, 90, 120, 150].map(
    (turn) => `<path d="M150,-112 v112" transform="rotate(${turn} 150 -56)" stroke-width="6"/>`,
  )
  return `<path d="M-96,-128 L130,-106 L216,-92 L214,-68 L128,-76 L-98,-114 Z"/><rect x="-104" y="-132" width="20" height="22" rx="3"/><path d="M120,-70 L360,-6 L384,-6 L384,6 L350,6 L112,-48 Z"/><path d="M96,-138 L116,-142 L124,-30 L104,-30 Z"/><circle cx="150" cy="-56" r="55" fill="none" stroke-width="11"/><circle cx="150" cy="-56" r="11"/>${spokes.join('')}`
}

/** A sapper with a detector in a field of lanes and small red flags. */
export function sapperField(): string {
  const size = tall
  const random = chance(6)
  const furrows = Array.from(
    { length: 41 },
    (_, at) => `<path d="M${n(980 + (at - 20) * 34)},610 L${n(980 + (at - 20) * 290)},1080"/>`,
  )
  const flags: string[] = []
  for (let row = 0; row < 9; row++) {
    const depth = (row / 8) ** 1.7
    const y = 640 + depth * 330
    const scale = 0.22 + depth * 1.05
    for (const side of [-3.1, -2, 1.2, 2.3, 3.6]) {
      if (random() < 0.32) continue
      flags.push(
        flag(980 + side * (40 + depth * 280) + (random() - 0.5) * 40 * scale, y + (random() - 0.5) * 14, scale),
      )
    }
  }
  return picture(size, 37, [
    sky(size, [
      [0, '#8d9a99'],
      [0.35, '#c3c5b6'],
      [0.6, '#e7dabb'],
    ]),
    clouds(size, 600, 0.75),
    disc(1260, 330, 64, '#f4e6c3', 0.7),
    ridge(size, 205, 520, 150, '#9aa49f', '#cfc9b0'),
    ridge(size, 211, 580, 80, '#77807a', '#b9b497'),
    mist(size, 530, 130, '#e7dabb', 0.5),
    trees(52, 40, 640, 622, 74, '#4f5a50', 0.35),
    trees(53, 1180, 1640, 620, 56, '#5b665a', 0.35),
    `${gradient('field', [
      [0, '#a9a078'],
      [0.3, '#857c57'],
      [1, '#393a2b'],
    ])}<rect y="608" width="1600" height="470" fill="url(#field)"/>`,
    `<g stroke="#2b2c20" stroke-width="3" opacity="0.28">${furrows.join('')}</g>`,
    `<path d="M950,612 L1010,612 L1310,1080 L610,1080 Z" fill="#c9bd92" opacity="0.35"/><path d="M950,612 L610,1080 M1010,612 L1310,1080" stroke="#f2ead0" stroke-width="5" stroke-dasharray="34 5"/>`,
    grass(8, 612, 1067),
    ...flags,
    `<g transform="translate(860 948) scale(1.5)"><ellipse cx="10" cy="34" rx="74" ry="7" fill="#15180f" opacity="0.5"/>${backlit(sapper(), '#1e2522', '#efdfb8', 2.5, -2)}</g>`,
    birds(25, 560, 230, 300, 5, '#49534f'),
  ])
}

function flag(x: number, y: number, scale: number): string {
  return `<g transform="translate(${n(x)} ${n(y)}) scale(${n(scale * 10) === '0' ? 0.1 : scale.toFixed(3)})"><ellipse cx="8" cy="1" rx="20" ry="3.5" fill="#15180f" opacity="0.35"/><path d="M0,0 V-96" stroke="#2c2f25" stroke-width="4"/><path d="M2,-96 L50,-80 L2,-62 Z" fill="${ink.red}"/></g>`
}

/** A sapper in a helmet with visor and apron, sweeping to the left; 210 high. */
function sapper(): string {
  return `<g stroke-linecap="round" stroke-linejoin="round"><g transform="translate(6 -172) scale(0.7) translate(-6 172)" stroke="none"><path d="M-21,-196 Q-22,-222 6,-224 Q32,-222 30,-194 L24,-190 L22,-176 L-6,-172 Z"/><path stroke="none" d="M-24,-198 L-28,-166 L-14,-164 L-8,-194 Z" opacity="0.9"/></g>
<path stroke="none" d="M-8,-176 Q-26,-168 -27,-136 L-30,-74 L28,-70 L34,-138 Q34,-166 20,-176 Z"/><rect x="22" y="-166" width="22" height="56" rx="8" stroke="none"/>
<path fill="none" stroke-width="21" d="M-12,-78 L-20,-26 L-18,24"/><path fill="none" stroke-width="21" d="M16,-78 L24,-28 L34,26"/><path fill="none" stroke-width="12" d="M-18,28 L-36,30 M34,29 L18,31"/>
<path fill="none" stroke-width="14" d="M0,-160 L-24,-124 L-58,-112"/><path fill="none" stroke-width="14" d="M24,-158 L14,-116 L-34,-100"/>
<path fill="none" stroke-width="5" d="M24,-122 L-66,-108 L-150,14"/><ellipse cx="-156" cy="22" rx="34" ry="7" stroke="none"/></g>`
}

function grass(seed: number, from: number, to: number): string {
  const random = chance(seed)
  const blades = Array.from({ length: 620 }, () => {
    const depth = random() ** 0.6
    const x = random() * 1600
    const y = from + 12 + depth * (to - from)
    const tall = 4 + depth * 22
    return `<path d="M${n(x)},${n(y)} q${n((random() - 0.5) * 8)},${n(-tall * 0.6)} ${n((random() - 0.3) * 12)},${n(-tall)}" stroke-width="${n(1 + depth * 1.6)}"/>`
  })
  return `<g fill="none" stroke="#d3c897" opacity="0.4" stroke-linecap="round">${blades.join('')}</g>`
}

/** Archive shelves under a lamp, one red box pulled half out. */
export function archiveShelves(): string {
  const size = tall
  const random = chance(99)
  const shades = ['#8d8369', '#7c7560', '#9b8f72', '#6d6958', '#a6997a', '#5f6054', '#86785a']
  const rows = [0, 1, 2, 3, 4].map((row) => {
    const y = 60 + row * 206
    const boxes: string[] = []
    let x = -30 - row * 14
    while (x < 1640) {
      const wide = 62 + Math.floor(random() * 3) * 17
      const high = 150 + random() * 22
      const shade = shades[Math.floor(random() * shades.length)] ?? '#8d8369'
      if (random() < 0.07) {
        x += wide * 0.9
        continue
      }
      if (random() < 0.16) boxes.push(books(x, y + 176, wide, random))
      else boxes.push(archiveBox(x, y + 176 - high, wide, high, shade, random))
      x += wide + 3
    }
    return `<rect x="0" y="${y - 16}" width="1600" height="200" fill="#171a19"/>${boxes.join('')}${gradient(
      `shade${row}`,
      [
        [0, '#0c0f10', 0.75],
        [0.35, '#0c0f10', 0.12],
        [1, '#0c0f10', 0],
      ],
    )}<rect y="${y - 16}" width="1600" height="192" fill="url(#shade${row})"/><rect x="0" y="${y + 176}" width="1600" height="17" fill="#4a4335"/><rect x="0" y="${y + 176}" width="1600" height="4" fill="#9a8a68"/>`
  })
  return picture(
    size,
    43,
    [
      `<rect width="1600" height="1067" fill="#15191a"/>`,
      ...rows,
      ...[316, 1118].map(
        (x) =>
          `<rect x="${x}" y="0" width="20" height="1067" fill="#3a3529"/><rect x="${x}" y="0" width="5" height="1067" fill="#86775a"/>`,
      ),
      `<rect x="700" y="482" width="122" height="176" fill="#0d1011"/><g transform="translate(684 470)"><path d="M0,16 h128 v172 h-128 Z" fill="${ink.red}"/><path d="M0,16 l16,-16 h128 l-16,16 Z" fill="#d4574a"/><path d="M128,16 l16,-16 v172 l-16,16 Z" fill="#7d1a14"/><rect x="24" y="52" width="80" height="58" fill="#efe4ca"/><g fill="#5a4f3c"><rect x="34" y="64" width="60" height="6"/><rect x="34" y="78" width="44" height="5"/><rect x="34" y="91" width="52" height="5"/></g><circle cx="64" cy="146" r="12" fill="#3c1310"/><circle cx="64" cy="146" r="12" fill="none" stroke="#e9c79a" stroke-width="3"/></g>`,
      ladder(),
      `<defs><radialGradient id="lamplight" gradientUnits="userSpaceOnUse" cx="760" cy="470" r="880"><stop offset="0" stop-color="#ffdf9f" stop-opacity="0.42"/><stop offset="0.4" stop-color="#e9b768" stop-opacity="0.13"/><stop offset="0.75" stop-color="#0a0d0e" stop-opacity="0.35"/><stop offset="1" stop-color="#0a0d0e" stop-opacity="0.8"/></radialGradient></defs><rect width="1600" height="1067" fill="url(#lamplight)"/>`,
      `<path d="M760,0 V64" stroke="#0c0f10" stroke-width="6"/><path d="M716,118 Q722,66 760,62 Q798,66 804,118 Z" fill="#0f1314"/><ellipse cx="760" cy="119" rx="44" ry="9" fill="#ffe9b8"/><path d="M716,120 L470,1067 H1050 L804,120 Z" fill="#ffe2a6" opacity="0.07"/>`,
    ],
    { grain: 0.2, vignette: 0.4 },
  )
}

function archiveBox(x: number, y: number, wide: number, high: number, shade: string, random: () => number): string {
  const label = wide * 0.58
  const lx = x + (wide - label) / 2
  const ly = y + high * (0.22 + random() * 0.05)
  return `<rect x="${n(x)}" y="${n(y)}" width="${n(wide)}" height="${n(high)}" fill="${shade}"/><rect x="${n(x)}" y="${n(y)}" width="${n(wide * 0.12)}" height="${n(high)}" fill="#fff4d6" opacity="0.12"/><rect x="${n(x + wide * 0.88)}" y="${n(y)}" width="${n(wide * 0.12)}" height="${n(high)}" fill="#000" opacity="0.2"/><rect x="${n(lx)}" y="${n(ly)}" width="${n(label)}" height="${n(high * 0.24)}" fill="#e6dabb" opacity="0.9"/><rect x="${n(lx + 6)}" y="${n(ly + 9)}" width="${n(label - 12)}" height="4" fill="#6b604a"/><rect x="${n(lx + 6)}" y="${n(ly + 19)}" width="${n((label - 12) * 0.6)}" height="4" fill="#6b604a"/><circle cx="${n(x + wide / 2)}" cy="${n(y + high * 0.78)}" r="8" fill="#14110c" opacity="0.7"/>`
}

function books(x: number, foot: number, wide: number, random: () => number): string {
  const parts: string[] = []
  let at = x
  while (at < x + wide - 10) {
    const thick = 10 + random() * 14
    const high = 118 + random() * 44
    const shade = ['#3f4a44', '#59452f', '#6d2a22', '#4b4f55', '#7a6a45'][Math.floor(random() * 5)]
    parts.push(
      `<rect x="${n(at)}" y="${n(foot - high)}" width="${n(thick)}" height="${n(high)}" fill="${shade}"/><rect x="${n(at + 2)}" y="${n(foot - high + 18)}" width="${n(thick - 4)}" height="3" fill="#d5bd82" opacity="0.7"/><rect x="${n(at + 2)}" y="${n(foot - 26)}" width="${n(thick - 4)}" height="3" fill="#d5bd82" opacity="0.7"/>`,
    )
    at += thick + 1.5
  }
  return parts.join('')
}

function ladder(): string {
  const rungs = Array.from(
    { length: 14 },
    (_, at) => `<path d="M${n(1250 + at * 9.2)},${80 + at * 76} h${118}" stroke-width="12"/>`,
  )
  return `<g stroke="#2a2217" fill="none"><path d="M1240,0 L1382,1067 M1358,0 L1500,1067" stroke-width="17"/>${rungs.join('')}</g><g stroke="#a98d5b" fill="none" opacity="0.7"><path d="M1234,0 L1376,1067 M1352,0 L1494,1067" stroke-width="3"/></g>`
}

/** Army lorries on a mountain road in falling snow. */
export function winterConvoy(): string {
  const size = tall
  const random = chance(55)
  const flakes = Array.from({ length: 420 }, () => {
    const near = random()
    return `<circle cx="${n(random() * 1600)}" cy="${n(random() * 1067)}" r="${n(1 + near * near * 4.4)}" opacity="${n(0.35 + random() * 0.5)}"/>`
  })
  const lorries = [
    [96, 904, 1.1],
    [560, 852, 0.94],
    [944, 804, 0.78],
    [1248, 758, 0.62],
  ].map(
    ([x = 0, y = 0, scale = 1], at) =>
      `<g transform="translate(${x} ${y}) scale(${scale}) rotate(-5)"><ellipse cx="168" cy="4" rx="190" ry="10" fill="#202a31" opacity="0.35"/>${backlit(lorry(), ['#222b2f', '#2d373b', '#3d474a', '#556063'][at] ?? ink.ink, '#dfe5e2', 0, -4)}<path d="M336,-72 L470,-88 L470,-28 L338,-58 Z" fill="#f7dfa4" opacity="0.42"/><circle cx="334" cy="-66" r="7" fill="#fff0c2"/><rect x="-4" y="-76" width="7" height="12" fill="${ink.red}"/><path d="M236,-134 h30 q6,0 8,8 l8,20 h-46 Z" fill="#8fa3ab" opacity="0.75"/></g>`,
  )
  return picture(size, 53, [
    sky(size, [
      [0, '#6d7f88'],
      [0.4, '#a4b1b3'],
      [0.7, '#d6dad4'],
    ]),
    clouds(size, 700, 0.55),
    peaks(303, 470, 300, '#98a6ab', '#eef0ea'),
    mist(size, 430, 190, '#d6dad4', 0.75),
    peaks(317, 590, 210, '#7b8c93', '#eaede8'),
    mist(size, 590, 170, '#dfe3de', 0.8),
    trees(61, -30, 1640, 706, 150, '#59696d', 1),
    mist(size, 610, 140, '#dfe3de', 0.5),
    `<path d="M0,690 Q420,640 820,664 Q1240,690 1600,600 V1067 H0 Z" fill="#dfe4e1"/>`,
    trees(63, -20, 520, 744, 190, '#34434a', 1),
    `${gradient('snow', [
      [0, '#eef0ec'],
      [1, '#b9c6c9'],
    ])}<path d="M0,820 Q600,790 1100,730 Q1400,690 1600,660 V1067 H0 Z" fill="url(#snow)"/><path d="M-20,872 Q600,820 1130,762 Q1420,728 1620,690 L1620,722 Q1400,760 1120,806 Q600,890 -20,950 Z" fill="#8d9a9e"/><path d="M-20,892 Q600,836 1130,774 Q1420,738 1620,700 M-20,926 Q600,868 1124,794 Q1400,752 1620,714" stroke="#66747a" stroke-width="7" fill="none" opacity="0.7"/>`,
    ...[230, 640, 960, 1210, 1420].map((x, at) => pole(x + 60, [956, 884, 826, 782, 746][at] ?? 800, 1 - at * 0.15)),
    ...lorries.reverse(),
    trees(67, 980, 1660, 1090, 330, '#1e2a31', 1),
    `<path d="M0,1010 Q300,960 700,1010 Q1100,1060 1600,980 V1067 H0 Z" fill="#dbe2e2"/>`,
    `<g fill="#fff">${flakes.join('')}</g>`,
  ])
}

function pole(x: number, y: number, scale: number): string {
  return `<g transform="translate(${x} ${y}) scale(${n(scale)})"><rect x="-4" y="-88" width="8" height="88" fill="#2a3237"/><rect x="-4" y="-76" width="8" height="18" fill="${ink.red}"/><rect x="-4" y="-40" width="8" height="16" fill="${ink.red}"/></g>`
}

/** A jagged range: every summit with a lit and a shaded face and snow that ends in a broken line. */
export function peaks(seed: number, y: number, rise: number, rock: string, snow: string): string {
  const random = chance(seed)
  const summits: [number, number][] = []
  for (let x = -120; x < 1720; x += rise * (0.34 + random() * 0.36))
    summits.push([x, y - rise * (0.25 + random() * 0.75)])
  summits.sort(([, one], [, other]) => one - other)
  const foot = y + rise * 1.1
  return summits
    .map(([x, top]) => {
      const high = foot - top
      const skew = (random() - 0.5) * high * 0.22
      const left = high * (0.62 + random() * 0.2)
      const right = high * (0.62 + random() * 0.2)
      const knee = 0.3 + random() * 0.12
      const middle: [number, number][] = [
        [x + skew * 0.3, top + high * knee * 0.55],
        [x - skew * 0.4, top + high * knee],
        [x + skew, top + high * 0.62],
        [x + skew * 0.4, foot],
      ]
      const line = middle.map(([px, py]) => `${n(px)},${n(py)}`).join(' L')
      const at = (part: number, side: number) =>
        `${n(x + side * (side < 0 ? left : right) * part)},${n(top + high * part)}`
      const litSnow = `M${n(x)},${n(top)} L${at(0.36, -1)} L${n(x - left * 0.25)},${n(top + high * 0.31)} L${n(x - left * 0.2)},${n(top + high * 0.43)} L${n(x - left * 0.12)},${n(top + high * 0.33)} L${n(x - left * 0.05)},${n(top + high * 0.47)} L${n(middle[1]?.[0] ?? x)},${n(top + high * knee)} L${n(middle[0]?.[0] ?? x)},${n(top + high * knee * 0.55)} Z`
      const darkSnow = `M${n(x)},${n(top)} L${at(0.31, 1)} L${n(x + right * 0.2)},${n(top + high * 0.27)} L${n(x + right * 0.15)},${n(top + high * 0.38)} L${n(x + right * 0.07)},${n(top + high * 0.3)} L${n(middle[1]?.[0] ?? x)},${n(top + high * knee)} L${n(middle[0]?.[0] ?? x)},${n(top + high * knee * 0.55)} Z`
      return `<path d="M${n(x - left)},${n(foot)} L${n(x)},${n(top)} L${n(x + right)},${n(foot)} Z" fill="${rock}"/><path d="M${n(x)},${n(top)} L${line} L${n(x + right)},${n(foot)} Z" fill="#1b2b35" opacity="0.3"/><path d="${litSnow}" fill="${snow}" opacity="0.92"/><path d="${darkSnow}" fill="${snow}" opacity="0.42"/>`
    })
    .join('')
}

/** A radar dome on a hill above a sea of cloud, by night. */
export function radarHill(): string {
  const size = tall
  const random = chance(71)
  const stars = Array.from(
    { length: 230 },
    () =>
      `<circle cx="${n(random() * 1600)}" cy="${n(random() * 620)}" r="${n(0.6 + random() ** 3 * 2.4)}" opacity="${n(0.3 + random() * 0.7)}"/>`,
  )
  const arcs = [150, 240, 340, 450, 570].map(
    (radius, at) => `<circle cx="1010" cy="456" r="${radius}" opacity="${n(0.5 - at * 0.09)}"/>`,
  )
  return picture(size, 59, [
    sky(size, [
      [0, '#0f1a24'],
      [0.4, '#243947'],
      [0.62, '#54707a'],
      [0.74, '#a9b3a8'],
    ]),
    `<g fill="#eef2ea">${stars.join('')}</g>`,
    disc(330, 250, 46, '#f0ead2', 0.5),
    `<circle cx="348" cy="240" r="40" fill="#25394a" opacity="0.2"/>`,
    `<g fill="none" stroke="#cfe0dd" stroke-width="2" stroke-dasharray="3 11">${arcs.join('')}</g>`,
    ridge(size, 403, 690, 120, '#4a626b', '#8d9d9a'),
    mist(size, 640, 140, '#c5ccbf', 0.6),
    ridge(size, 409, 750, 90, '#2f444e', '#7a8d8d'),
    mist(size, 720, 150, '#c5ccbf', 0.75),
    `<path d="M420,1067 Q620,830 760,690 Q860,600 930,586 L1100,586 Q1190,600 1290,700 Q1440,860 1600,930 V1067 Z" fill="#15212a"/>`,
    trees(81, 800, 890, 622, 58, '#15212a', 1),
    trees(82, 1160, 1290, 640, 62, '#15212a', 1),
    `<path d="M890,592 h250 v-62 h-250 Z" fill="#1d2b34"/><path d="M890,530 h250 v6 h-250 Z" fill="#6d8388"/>${[0, 1, 2, 3, 4, 5].map((at) => `<rect x="${908 + at * 38}" y="552" width="20" height="14" fill="#f0cf8c" opacity="${at === 3 ? 0.2 : 0.85}"/>`).join('')}<defs><radialGradient id="dome" cx="0.3" cy="0.26" r="0.85"><stop offset="0" stop-color="#eef0e6"/><stop offset="0.5" stop-color="#9fb0b1"/><stop offset="1" stop-color="#2f434d"/></radialGradient></defs><circle cx="1010" cy="440" r="104" fill="url(#dome)"/>${domeSeams(1010, 440, 104)}<rect x="940" y="524" width="140" height="10" fill="#22313a"/>`,
    `<path d="M1180,592 V380 M1172,592 L1180,380 L1188,592 M1172,540 L1186,500 M1188,540 L1174,500 M1174,460 L1184,430" stroke="#1d2b34" stroke-width="4" fill="none"/><circle cx="1180" cy="374" r="30" fill="${ink.red}" opacity="0.35" filter="url(#blur6)"/><circle cx="1180" cy="376" r="6" fill="#ff6a54"/>`,
    cloudSea(86, 800),
  ])
}

function domeSeams(x: number, y: number, radius: number): string {
  const rings = [-60, -30, 0, 30, 60].map((angle) => {
    const half = radius * Math.cos((angle * Math.PI) / 180)
    const at = y + radius * Math.sin((angle * Math.PI) / 180)
    return `<ellipse cx="${x}" cy="${n(at)}" rx="${n(half)}" ry="${n(half * 0.14)}"/>`
  })
  const bows = [0.25, 0.6, 0.88].map((part) => `<ellipse cx="${x}" cy="${y}" rx="${n(radius * part)}" ry="${radius}"/>`)
  return `<g fill="none" stroke="#24343d" stroke-width="1.6" opacity="0.45">${rings.join('')}${bows.join('')}</g>`
}

function cloudSea(seed: number, y: number): string {
  const random = chance(seed)
  const shades = ['#e4e8de', '#bcc8c5', '#8fa3a8']
  const fills = shades.map(
    (shade, at) =>
      `<radialGradient id="puff${at}"><stop offset="0" stop-color="${shade}"/><stop offset="0.5" stop-color="${shade}" stop-opacity="0.6"/><stop offset="1" stop-color="${shade}" stop-opacity="0"/></radialGradient>`,
  )
  const puffs = Array.from({ length: 190 }, () => {
    const depth = random()
    return `<ellipse cx="${n(random() * 2000 - 200)}" cy="${n(y + 30 + depth * 280)}" rx="${n(140 + random() * 260)}" ry="${n(26 + random() * 44)}" fill="url(#puff${Math.floor(random() * 3)})" opacity="${n(0.3 + random() * 0.5)}"/>`
  })
  return `<defs>${fills.join('')}</defs>${puffs.join('')}`
}
