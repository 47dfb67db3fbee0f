/** Drawn maps of the demo outlet: routes, lanes and places, in the manner of a newspaper's map desk. */
import { chance, ink, n, path, picture, softPath, tall, text } from './draw.ts'

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
      cityBlocks(),
      `<g>${hill(1330, 60, 330, 3)}${hill(60, 880, 260, 8)}</g>`,
      `<path d="M1160,880 q60,-90 190,-70 q120,10 130,90 q10,110 -150,110 q-190,0 -170,-130 Z" fill="${mapInk.park}"/><ellipse cx="1300" cy="902" rx="104" ry="62" fill="#bfc49d" stroke="#98a079" stroke-width="3"/><ellipse cx="1300" cy="902" rx="78" ry="40" fill="none" stroke="#f3efdf" stroke-width="3"/>`,
      `<path d="M120,120 q90,-60 190,-10 q40,90 -60,150 q-130,30 -130,-140 Z" fill="${mapInk.park}"/>`,
      `<path d="${river}" fill="none" stroke="${mapInk.waterLine}" stroke-width="68" stroke-linecap="round"/><path d="${river}" fill="none" stroke="${mapInk.water}" stroke-width="62"/><path d="${river}" fill="none" stroke="#cfdcdd" stroke-width="2" stroke-dasharray="26 34"/>`,
      `<path d="M-20,392 C300,420 480,330 706,352 C960,380 1180,250 1640,300" fill="none" stroke="#c5b898" stroke-width="26"/><path d="M-20,392 C300,420 480,330 706,352 C960,380 1180,250 1640,300" fill="none" stroke="${mapInk.street}" stroke-width="21"/>`,
      `<path d="${path(route)}" fill="none" stroke="#c5b898" stroke-width="32" stroke-linejoin="round"/><path d="${path(route)}" fill="none" stroke="${mapInk.street}" stroke-width="27" stroke-linejoin="round"/>`,
      railway('M-20,560 C200,600 300,700 420,760 C560,830 560,980 600,1100'),
      `<g transform="translate(1000 724) rotate(17)" fill="${mapInk.street}" stroke="#4a5861" stroke-width="3"><rect x="-62" y="-21" width="124" height="42"/><path d="M-74,-33 L-62,-21 M-74,33 L-62,21 M74,-33 L62,-21 M74,33 L62,21" fill="none"/></g>`,
      `<path d="${path(route)}" fill="none" stroke="#fff" stroke-width="17" stroke-linejoin="round" stroke-linecap="round" opacity="0.85"/><path d="${path(route)}" fill="none" stroke="${ink.red}" stroke-width="10" stroke-linejoin="round" stroke-linecap="round"/>`,
      arrowAlong(440, 268, 15),
      arrowAlong(690, 440, 100),
      arrowAlong(1190, 800, 30),
      stop(318, 236, '1'),
      stop(706, 352, '2'),
      stop(770, 640, '3'),
      stop(1000, 724, '4'),
      stop(1290, 852, '5'),
      halo(352, 206, 'History museum', 'Column forms up, 09:00'),
      halo(744, 330, 'Museum Street corner', 'Sharp right turn on new paving'),
      halo(520, 668, 'Clock tower', 'Stands and first aid'),
      halo(1052, 690, 'Bridge of 1934', 'Closed to spectators'),
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

/** Town blocks between streets: a bent grid that thins out towards the edge of the town. */
function cityBlocks(): string {
  const random = chance(77)
  const parts: string[] = []
  const bend = (u: number, v: number): [number, number] => [
    u * 74 - 40 + Math.sin(v * 0.42 + u * 0.1) * 34 + Math.sin(u * 1.7 + v) * 5,
    v * 62 - 20 + Math.sin(u * 0.31) * 44 + Math.sin(v * 1.3 + u * 0.7) * 6,
  ]
  for (let v = 0; v < 19; v++) {
    for (let u = 0; u < 24; u++) {
      const [cx, cy] = bend(u + 0.5, v + 0.5)
      const far = Math.hypot((cx - 800) / 820, (cy - 560) / 520)
      const double = random() < 0.2
      if (random() < far * 1.5 - 0.72) continue
      const gap = 0.07
      const corners = [
        bend(u + gap, v + gap),
        bend(u + (double ? 1.98 : 1) - gap, v + gap),
        bend(u + (double ? 1.98 : 1) - gap, v + 1 - gap),
        bend(u + gap, v + 1 - gap),
      ]
      const tone = random() < 0.13 ? '#cdc1a6' : random() < 0.06 ? mapInk.park : mapInk.block
      parts.push(`<path d="${path(corners)} Z" fill="${tone}"/>`)
      if (random() < 0.4)
        parts.push(
          `<path d="M${n(cx - 14)},${n(cy - 7)} h${n(16 + random() * 16)} v${n(9 + random() * 10)} h-18 Z" fill="#c6b999"/>`,
        )
    }
  }
  return parts.join('')
}

/** Height lines around a hilltop. */
function hill(x: number, y: number, wide: number, seed: number): string {
  const random = chance(seed)
  const phase = random() * 6
  const rings = Array.from({ length: 7 }, (_, ring) => {
    const points = Array.from({ length: 48 }, (_, at): [number, number] => {
      const turn = (at / 48) * Math.PI * 2
      const radius =
        wide *
        (1 - ring * 0.135) *
        (1 + 0.13 * Math.sin(turn * 2 + phase) + 0.06 * Math.sin(turn * 5 + phase * 2 + ring * 0.3))
      return [x + Math.cos(turn) * radius, y + Math.sin(turn) * radius * 0.72]
    })
    return `<path d="${path(points)} Z"/>`
  })
  return `<g fill="#b9ad86" fill-opacity="0.1" stroke="#bcae8a" stroke-width="1.6">${rings.join('')}</g>`
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
  return `<rect x="${x - 14}" y="${y - 14}" width="28" height="28" rx="5" fill="#4d7a5a" stroke="#fff" stroke-width="3"/><path d="M${x},${y - 8} v16 M${x - 8},${y} h16" stroke="#fff" stroke-width="5"/>`
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

/** The western Black Sea with the swept lanes and what was found in them. */
export function minesMap(): string {
  const size = tall
  const coast: [number, number][] = [
    [0, 0],
    [610, 0],
    [628, 70],
    [590, 150],
    [566, 240],
    [520, 312],
    [508, 380],
    [476, 452],
    [486, 520],
    [560, 548],
    [600, 566],
    [540, 600],
    [430, 640],
    [398, 690],
    [430, 742],
    [412, 800],
    [360, 860],
    [340, 930],
    [382, 990],
    [400, 1067],
    [0, 1067],
  ]
  const shore = coast.slice(1, -1)
  const depth = (dx: number, far: number) =>
    softPath(
      shore.map(([x, y]): [number, number] => [
        470 + (x - 470) * (1 - far * 0.75) + dx + Math.sin(y / 90 + far * 3) * 16,
        y * 1.03 - 16,
      ]),
    )
  const lane = (letter: string, x: number, y: number, wide: number, high: number, turn: number, clear: boolean) =>
    `<g transform="rotate(${turn} ${x} ${y})"><rect x="${x}" y="${y}" width="${wide}" height="${high}" fill="${clear ? '#5d8a78' : '#b58b4c'}" fill-opacity="0.3" stroke="${clear ? '#37614f' : '#8a6424'}" stroke-width="3" ${clear ? '' : 'stroke-dasharray="12 8"'}/>${Array.from({ length: Math.floor(wide / 34) }, (_, at) => `<path d="M${x + 17 + at * 34},${y} v${high}" stroke="${clear ? '#37614f' : '#8a6424'}" stroke-width="1.2" opacity="0.5"/>`).join('')}${text(x + wide / 2, y + high / 2 + 15, letter, { size: 42, weight: 700, serif: true, anchor: 'middle', colour: clear ? '#244a3a' : '#6b4c16' })}</g>`
  const finds: [number, number, boolean][] = [
    [690, 506, true],
    [742, 620, true],
    [884, 420, true],
    [640, 742, true],
    [980, 560, false],
    [842, 690, false],
    [1096, 380, false],
    [768, 330, true],
    [716, 860, true],
    [1050, 740, false],
    [930, 250, true],
  ]
  const meridians = [240, 560, 880, 1200, 1520].map(
    (x, at) => `<path d="M${x},0 V1067"/>${text(x + 8, 28, `${27 + at}° E`, { size: 17, colour: '#5c7a85' })}`,
  )
  const parallels = [200, 520, 840].map(
    (y, at) =>
      `<path d="M0,${y} H1600"/>${text(1588, y - 8, `${44 - at}° N`, { size: 17, colour: '#5c7a85', anchor: 'end' })}`,
  )
  return picture(
    size,
    83,
    [
      `${'<defs><linearGradient id="sea" x1="0" x2="1"><stop offset="0.25" stop-color="#cfdfe0"/><stop offset="0.6" stop-color="#a9c3ca"/><stop offset="1" stop-color="#7c9fab"/></linearGradient></defs>'}<rect width="1600" height="1067" fill="url(#sea)"/>`,
      `<g fill="none" stroke="#6f94a1" stroke-width="1.8" opacity="0.7">${[
        [70, 0.1],
        [150, 0.3],
        [260, 0.5],
        [400, 0.7],
        [570, 0.85],
        [770, 1],
      ]
        .map(([dx = 0, far = 0]) => `<path d="${depth(dx, far)}"/>`)
        .join('')}</g>`,
      ...[
        [640, 936, '20'],
        [742, 950, '50'],
        [860, 962, '75'],
        [1004, 974, '100'],
      ].map(([x, y, metres]) =>
        text(Number(x), Number(y), String(metres), { size: 17, colour: '#56798a', italic: true, serif: true }),
      ),
      `<g stroke="#6f94a1" stroke-width="1.2" opacity="0.5">${meridians.join('')}${parallels.join('')}</g>`,
      `<path d="${softPath(shore)} L400,1067 L0,1067 L0,0 Z" fill="#e9e1cc" stroke="#8f8160" stroke-width="4" stroke-linejoin="round"/><path d="${softPath(shore.map(([x, y]): [number, number] => [x - 16, y]))}" fill="none" stroke="#cfc2a0" stroke-width="12" opacity="0.5"/>`,
      `<path d="M0,356 C160,330 300,360 512,372" stroke="#8f8160" stroke-width="3" stroke-dasharray="18 7 4 7" fill="none"/>`,
      `<path d="${depth(112, 0)}" fill="none" stroke="#33505c" stroke-width="3" stroke-dasharray="4 9"/>`,
      text(500, 1036, '12 nautical miles', { size: 19, colour: '#33505c', italic: true, serif: true }),
      lane('A', 640, 212, 210, 120, -7, true),
      lane('B', 640, 446, 260, 116, -4, true),
      lane('C', 560, 690, 250, 112, 3, true),
      lane('D', 930, 340, 230, 300, 9, false),
      ...finds.map(([x, y, done]) => mineMark(x, y, done)),
      ...towns([
        [566, 240, 'Constanța', 'end'],
        [590, 567, 'Cape Kaliakra', 'end'],
        [402, 690, 'Varna', 'end'],
        [366, 864, 'Burgas', 'end'],
        [520, 318, 'Mangalia', 'end'],
      ]),
      text(170, 250, 'ROMANIA', { size: 24, colour: '#7d7255', spacing: 7 }),
      text(130, 470, 'BULGARIA', { size: 24, colour: '#7d7255', spacing: 7 }),
      text(1180, 830, 'Black Sea', { size: 54, serif: true, italic: true, colour: '#44697a', spacing: 5 }),
      mapTitle('Three lanes clear, one to go', 'Swept areas in the western Black Sea'),
      mapKey(1196, 128),
      scaleBar(1218, 1010, [0, 10, 25, 50], 'km'),
    ],
    { grain: 0.1, vignette: 0.16 },
  )
}

function mineMark(x: number, y: number, done: boolean): string {
  const horns = [0, 45, 90, 135].map((turn) => `<path d="M-17,0 H17" transform="rotate(${turn})"/>`).join('')
  const colour = done ? '#47555c' : ink.red
  return `<g transform="translate(${x} ${y})" stroke="${colour}" stroke-width="4"><circle r="17" fill="#f6f1e6" stroke="none" opacity="0.7"/>${horns}<circle r="9" fill="${done ? '#f6f1e6' : colour}"/></g>`
}

function mapKey(x: number, y: number): string {
  return `<rect x="${x}" y="${y - 40}" width="360" height="216" fill="${ink.cream}" opacity="0.94"/><rect x="${x + 22}" y="${y - 14}" width="40" height="24" fill="#5d8a78" fill-opacity="0.4" stroke="#37614f" stroke-width="3"/>${text(x + 82, y + 7, 'declared clear', { size: 22 })}<rect x="${x + 22}" y="${y + 36}" width="40" height="24" fill="#b58b4c" fill-opacity="0.4" stroke="#8a6424" stroke-width="3" stroke-dasharray="9 6"/>${text(x + 82, y + 56, 'being swept', { size: 22 })}${mineMark(x + 42, y + 98, true)}${text(x + 82, y + 106, 'object found, made safe', { size: 22 })}${mineMark(x + 42, y + 146, false)}${text(x + 82, y + 154, 'object under watch', { size: 22 })}`
}

function towns(places: [number, number, string, 'start' | 'end'][]): string[] {
  return places.map(([x, y, name, anchor]) => {
    const words = text(x + (anchor === 'end' ? -16 : 16), y + 8, name, { size: 24, weight: 700, anchor })
    return `<circle cx="${x}" cy="${y}" r="8" fill="${ink.ink}" stroke="#fff" stroke-width="3"/>${words.replace('<text', '<text stroke="#f1ead7" stroke-width="6" stroke-linejoin="round"')}${words}`
  })
}

/** The railway from the port of Alexandroupoli along the border river to the north. */
export function railMap(): string {
  const size = tall
  const coast =
    'M0,870 C120,860 190,900 300,884 C410,866 470,830 560,846 C640,860 700,900 770,930 C840,960 900,960 960,990 C1080,1030 1300,1010 1600,1040 V1067 H0 Z'
  const river =
    'M0,196 C140,150 260,190 380,170 C520,150 640,190 720,250 C800,310 770,400 800,480 C836,570 800,650 830,730 C850,790 880,860 900,966'
  const rail: [number, number][] = [
    [560, 838],
    [650, 806],
    [748, 770],
    [776, 690],
    [758, 610],
    [760, 520],
    [730, 430],
    [736, 330],
    [690, 262],
    [600, 214],
    [430, 196],
    [250, 200],
    [60, 236],
  ]
  return picture(
    size,
    89,
    [
      `<rect width="1600" height="1067" fill="${mapInk.land}"/>`,
      hill(300, 560, 380, 12),
      hill(180, 60, 220, 21),
      hill(1380, 300, 330, 33),
      hill(1240, 760, 260, 41),
      `<path d="${river}" fill="none" stroke="#efe9d8" stroke-width="150" opacity="0.55"/>`,
      `<path d="${coast}" fill="#b4c6cb" stroke="${mapInk.waterLine}" stroke-width="4"/><path d="${coast}" fill="none" stroke="#e4ecea" stroke-width="3" transform="translate(0 18)" opacity="0.7"/><path d="${coast}" fill="none" stroke="#e4ecea" stroke-width="2" transform="translate(0 40)" opacity="0.45"/>`,
      `<path d="${river}" fill="none" stroke="${mapInk.waterLine}" stroke-width="17"/><path d="${river}" fill="none" stroke="${mapInk.water}" stroke-width="13"/>`,
      `<path d="M0,330 C200,360 380,330 560,300 C640,280 700,262 732,262" fill="none" stroke="#8f8160" stroke-width="3.5" stroke-dasharray="18 7 4 7"/><path d="M732,262 C812,316 782,400 812,480 C848,570 812,650 842,730 C862,790 892,860 912,966" fill="none" stroke="#8f8160" stroke-width="3.5" stroke-dasharray="18 7 4 7"/><path d="M732,262 C860,170 1000,150 1130,60 L1160,0" fill="none" stroke="#8f8160" stroke-width="3.5" stroke-dasharray="18 7 4 7"/>`,
      `<path d="M560,838 C400,800 240,812 0,780 M730,430 C900,420 1100,470 1600,520 M690,262 C760,200 900,120 1010,0" fill="none" stroke="#c5b898" stroke-width="10"/><path d="M560,838 C400,800 240,812 0,780 M730,430 C900,420 1100,470 1600,520 M690,262 C760,200 900,120 1010,0" fill="none" stroke="${mapInk.street}" stroke-width="7"/>`,
      `<path d="${path(rail)}" fill="none" stroke="#fff" stroke-width="15" stroke-linejoin="round"/><path d="${path(rail)}" fill="none" stroke="${ink.red}" stroke-width="8" stroke-linejoin="round"/><path d="${path(rail)}" fill="none" stroke="#fff" stroke-width="3" stroke-dasharray="3 15" stroke-linejoin="round"/>`,
      `<path d="M776,690 L758,610 L760,520" fill="none" stroke="${ink.ink}" stroke-width="26" opacity="0.16" stroke-linecap="round"/>`,
      callout(1010, 600, 776, 640, 'One track, 1970s signals', '38 km where trains wait for each other'),
      callout(220, 700, 540, 832, 'New siding', 'Room for two military trains a day'),
      ...towns([
        [560, 838, 'Alexandroupoli', 'end'],
        [760, 520, 'Soufli', 'end'],
        [730, 430, 'Didymoteicho', 'end'],
        [838, 246, 'Edirne', 'start'],
        [690, 262, 'Ormenio', 'end'],
        [560, 208, 'Svilengrad', 'start'],
      ]),
      text(180, 470, 'GREECE', { size: 24, colour: '#7d7255', spacing: 8 }),
      text(80, 130, 'BULGARIA', { size: 24, colour: '#7d7255', spacing: 8 }),
      text(1180, 400, 'TÜRKIYE', { size: 24, colour: '#7d7255', spacing: 8 }),
      text(846, 560, 'Maritsa / Evros', { size: 24, serif: true, italic: true, colour: '#4d6b76', turn: 84 }),
      text(250, 980, 'Thracian Sea', { size: 36, serif: true, italic: true, colour: '#4d6b76', spacing: 3 }),
      `<rect x="900" y="40" width="640" height="112" fill="${ink.cream}" opacity="0.94"/><rect x="900" y="40" width="8" height="112" fill="${ink.red}"/>${text(930, 90, 'From the port to the north', { size: 38, weight: 700, serif: true })}${text(930, 130, '171 kilometres of railway, five towns', { size: 23, colour: ink.steel })}`,
      scaleBar(1218, 960, [0, 10, 20, 40], 'km'),
      north(1520, 220),
    ],
    { grain: 0.1, vignette: 0.16 },
  )
}

/** Two lines in a pale box with a leader to the place they speak of. */
function callout(x: number, y: number, toX: number, toY: number, name: string, under: string): string {
  const wide = Math.max(name.length * 15, under.length * 10.6) + 36
  const from = toX < x ? x : x + wide
  return `<path d="M${n(from)},${y} L${toX},${toY}" stroke="${ink.ink}" stroke-width="2.5"/><circle cx="${toX}" cy="${toY}" r="6" fill="${ink.ink}"/><rect x="${x}" y="${y - 42}" width="${n(wide)}" height="84" fill="${ink.cream}" opacity="0.96"/><rect x="${x}" y="${y - 42}" width="5" height="84" fill="${ink.red}"/>${text(x + 20, y - 6, name, { size: 26, weight: 700 })}${text(x + 20, y + 25, under, { size: 20, colour: mapInk.label })}`
}
