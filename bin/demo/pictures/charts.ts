/** Drawn charts of the demo outlet, with the figures that the stories quote. */
import { broad, ink, n, path, picture, text } from './draw.ts'

const frame = { left: 150, right: 1520, top: 250, bottom: 770 }

/** How far the main span sagged under each load. */
export function loadChart(): string {
  const readings: [number, number][] = [
    [0, 0],
    [6, 1],
    [12, 2.4],
    [18, 3.8],
    [24, 5.1],
    [31, 6.8],
    [36, 8],
    [41, 9],
  ]
  const x = (tonnes: number) => frame.left + ((frame.right - 60 - frame.left) * tonnes) / 45
  const y = (millimetres: number) => frame.bottom - ((frame.bottom - frame.top) * millimetres) / 14
  const line = readings.map(([load, sag]): [number, number] => [x(load), y(sag)])
  return chart(
    'The bridge under load',
    'Sag of the main span in millimetres, by load in tonnes',
    'Source: readings of the load test, mean of 39 sensors',
    [
      ...[0, 2, 4, 6, 8, 10, 12, 14].map((value) => gridLine(y(value), String(value))),
      `<rect x="${frame.left}" y="${frame.top}" width="${frame.right - frame.left}" height="${n(y(12) - frame.top)}" fill="${ink.red}" opacity="0.07"/><path d="M${frame.left},${n(y(12))} H${frame.right}" stroke="${ink.red}" stroke-width="3.5" stroke-dasharray="13 9"/>`,
      text(frame.left + 18, y(12) - 14, 'Agreed limit: 12 mm', { size: 24, weight: 700, colour: ink.red }),
      `<path d="M${n(x(31))},${frame.bottom} V${n(y(6.8))}" stroke="${ink.steel}" stroke-width="2.5" stroke-dasharray="5 7"/>`,
      `<path d="${path(line, frame.bottom)}" fill="${ink.slate}" opacity="0.11"/><path d="${path(line)}" fill="none" stroke="${ink.slate}" stroke-width="6" stroke-linejoin="round"/>`,
      ...line.map(
        ([cx, cy]) =>
          `<circle cx="${n(cx)}" cy="${n(cy)}" r="9" fill="${ink.cream}" stroke="${ink.slate}" stroke-width="5"/>`,
      ),
      `<circle cx="${n(x(31))}" cy="${n(y(6.8))}" r="13" fill="${ink.red}"/>`,
      text(x(31) + 28, y(6.8) + 44, 'The tank: 31 tonnes, 6.8 mm', { size: 26, weight: 700 }),
      text(x(31) + 28, y(6.8) + 76, 'Five millimetres below the limit', { size: 22, colour: ink.steel }),
      text(x(41) + 22, y(9) + 4, '9 mm', { size: 26, weight: 700 }),
      ...[0, 10, 20, 30, 40].map((load) =>
        text(x(load), frame.bottom + 38, `${load} t`, { size: 22, colour: ink.steel, anchor: 'middle' }),
      ),
    ],
  )
}

/** Suspicious objects in the western Black Sea by month, mines among them. */
export function minesChart(): string {
  const months: [string, number, number][] = [
    ['Jan', 9, 2],
    ['Feb', 14, 4],
    ['Mar', 17, 5],
    ['Apr', 12, 3],
    ['May', 21, 4],
    ['Jun', 26, 3],
    ['Jul', 31, 4],
    ['Aug', 28, 2],
    ['Sep', 19, 3],
    ['Oct', 15, 1],
  ]
  const step = (frame.right - frame.left) / months.length
  const y = (count: number) => frame.bottom - ((frame.bottom - frame.top) * count) / 35
  return chart(
    'Many reports, few mines',
    'Suspicious objects reported in the joint area, and mines confirmed among them',
    'Source: monthly bulletins of the joint task group',
    [
      ...[0, 5, 10, 15, 20, 25, 30, 35].map((value) => gridLine(y(value), String(value))),
      ...months.map(([month, reports, mines], at) => {
        const x = frame.left + at * step + step * 0.2
        const wide = step * 0.6
        return `<rect x="${n(x)}" y="${n(y(reports))}" width="${n(wide)}" height="${n(frame.bottom - y(reports))}" fill="#a9b8bc"/><rect x="${n(x)}" y="${n(y(mines))}" width="${n(wide)}" height="${n(frame.bottom - y(mines))}" fill="${ink.red}"/>${text(x + wide / 2, y(reports) - 12, String(reports), { size: 22, colour: ink.steel, anchor: 'middle' })}${text(x + wide / 2, y(mines) - 8, String(mines), { size: 20, weight: 700, colour: ink.red, anchor: 'middle' })}${text(x + wide / 2, frame.bottom + 38, month, { size: 22, colour: ink.steel, anchor: 'middle' })}`
      }),
      key(1080, 226, '#a9b8bc', 'reported'),
      key(1260, 226, ink.red, 'confirmed mines'),
    ],
  )
}

/** The river at the Svilengrad gauge through the flood, with what the army did and when. */
export function riverChart(): string {
  const days: [number, number][] = [
    [0, 132],
    [1, 150],
    [2, 188],
    [3, 236],
    [4, 318],
    [5, 402],
    [6, 468],
    [7, 512],
    [8, 505],
    [9, 476],
    [10, 448],
    [11, 418],
    [12, 371],
    [13, 330],
    [14, 288],
    [15, 251],
    [16, 230],
  ]
  const x = (day: number) => frame.left + ((frame.right - frame.left) * day) / 16
  const y = (level: number) => frame.bottom - ((frame.bottom - frame.top) * level) / 560
  const line = days.map(([day, level]): [number, number] => [x(day), y(level)])
  return chart(
    'Seventeen days of the river',
    'Level of the Maritsa at the Svilengrad gauge, in centimetres',
    'Source: river basin directorate, readings at 06:00',
    [
      ...[0, 100, 200, 300, 400, 500].map((value) => gridLine(y(value), String(value))),
      `<path d="${path(line, frame.bottom)}" fill="#6f94a1" opacity="0.28"/><path d="M${frame.left},${n(y(460))} H${frame.right}" stroke="${ink.red}" stroke-width="3.5" stroke-dasharray="13 9"/>${text(frame.left + 16, y(460) - 14, 'Red line: 460 cm', { size: 24, weight: 700, colour: ink.red })}<path d="${path(line)}" fill="none" stroke="#2f5565" stroke-width="7" stroke-linejoin="round" stroke-linecap="round"/>`,
      `<circle cx="${n(x(7))}" cy="${n(y(512))}" r="11" fill="${ink.red}"/>${text(x(7) + 20, y(512) - 10, 'Peak: 512 cm', { size: 26, weight: 700 })}`,
      moment(x(3), y(236), y(110), 'Canteens', 'open downstream'),
      moment(x(6), y(468), y(96), 'Pontoon bridge', '340 vehicles a day'),
      moment(x(10), y(448), y(240), 'Helicopters', 'leave for Plovdiv'),
      moment(x(13), y(330), y(110), 'Families return', 'wells still closed'),
      ...[0, 2, 4, 6, 8, 10, 12, 14, 16].map((day) =>
        text(x(day), frame.bottom + 38, `day ${day + 1}`, { size: 21, colour: ink.steel, anchor: 'middle' }),
      ),
    ],
  )
}

/** Where one year's procurement money of three countries goes, in millions of euros. */
export function budgetChart(): string {
  const shades = ['#2f3e49', '#5d7682', '#9fb0b6', '#b58b4c', ink.red]
  const parts = ['Vehicles', 'Air defence', 'Ships and repair', 'Radios and networks', 'Rescue and relief']
  const rows: [string, number[]][] = [
    ['Country A', [412, 268, 190, 96, 31]],
    ['Country B', [305, 344, 88, 121, 44]],
    ['Country C', [118, 74, 0, 63, 39]],
  ]
  const scale = 1180 / 1060
  return chart(
    'A small slice for rescue',
    'Planned procurement this year, in millions of euros',
    'Source: budget papers of three ministries; country names are left out at the request of the researchers',
    [
      ...parts.map((part, at) => key(70 + ([0, 178, 390, 660, 960][at] ?? 0), 238, shades[at] ?? ink.ink, part)),
      ...rows.flatMap(([name, values], row) => {
        const y = 300 + row * 152
        let x = 280
        return [
          text(250, y + 64, name, { size: 27, weight: 700, anchor: 'end' }),
          ...values.map((value, at) => {
            const wide = value * scale
            const bar = `<rect x="${n(x)}" y="${y}" width="${n(Math.max(0, wide - 3))}" height="104" fill="${shades[at]}"/>${wide > 52 ? text(x + wide / 2 - 1, y + 62, String(value), { size: 25, weight: 700, colour: at === 2 ? ink.ink : '#fff', anchor: 'middle' }) : ''}`
            x += wide
            return bar
          }),
          text(x + 14, y + 62, `${values.at(-1)}`, { size: 25, weight: 700, colour: ink.red }),
        ]
      }),
    ],
  )
}

function moment(x: number, from: number, to: number, name: string, under: string): string {
  return `<path d="M${n(x)},${n(from)} V${n(to + 12)}" stroke="${ink.ink}" stroke-width="2.4"/><circle cx="${n(x)}" cy="${n(from)}" r="8" fill="${ink.cream}" stroke="${ink.ink}" stroke-width="4"/><rect x="${n(x - 6)}" y="${n(to - 22)}" width="${Math.max(name.length * 14, under.length * 11) + 24}" height="66" fill="${ink.cream}" opacity="0.92"/><rect x="${n(x - 6)}" y="${n(to - 22)}" width="5" height="66" fill="${ink.ink}"/>${text(x + 10, to + 4, name, { size: 24, weight: 700 })}${text(x + 10, to + 33, under, { size: 21, colour: ink.steel })}`
}

function key(x: number, y: number, colour: string, label: string): string {
  return `<rect x="${x}" y="${y - 20}" width="26" height="24" fill="${colour}"/>${text(x + 38, y, label, { size: 23 })}`
}

function chart(title: string, under: string, source: string, parts: string[]): string {
  return picture(
    broad,
    23,
    [
      `<rect width="1600" height="900" fill="${ink.cream}"/>`,
      `<rect x="70" y="62" width="62" height="9" fill="${ink.red}"/>`,
      text(70, 128, title, { size: 50, weight: 700, serif: true }),
      text(70, 176, under, { size: 27, colour: ink.steel }),
      ...parts,
      text(70, 862, source, { size: 20, colour: ink.steel }),
      text(1530, 862, 'BDC graphics', { size: 20, weight: 700, colour: ink.steel, anchor: 'end' }),
    ],
    { grain: 0.07, vignette: 0.06 },
  )
}

function gridLine(y: number, label: string): string {
  if (label === '0')
    return `<path d="M${frame.left},${n(y)} H${frame.right}" stroke="${ink.ink}" stroke-width="5"/>${text(frame.left - 20, y + 8, label, { size: 22, colour: ink.steel, anchor: 'end' })}`
  return `<path d="M${frame.left},${n(y)} H${frame.right}" stroke="#cfc7b4" stroke-width="1.6"/>${text(frame.left - 20, y + 8, label, { size: 22, colour: ink.steel, anchor: 'end' })}`
}
