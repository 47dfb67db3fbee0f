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
      text(x(31) + 28, y(6.8) + 76, 'On the day it was 7 mm', { size: 22, colour: ink.steel }),
      text(x(41) + 22, y(9) + 4, '9 mm', { size: 26, weight: 700 }),
      ...[0, 10, 20, 30, 40].map((load) =>
        text(x(load), frame.bottom + 38, `${load} t`, { size: 22, colour: ink.steel, anchor: 'middle' }),
      ),
    ],
  )
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
      `<path d="M${frame.left},${frame.bottom} H${frame.right}" stroke="${ink.ink}" stroke-width="3"/>`,
      text(70, 862, source, { size: 20, colour: ink.steel }),
      text(1530, 862, 'BDC graphics', { size: 20, weight: 700, colour: ink.steel, anchor: 'end' }),
    ],
    { grain: 0.07, vignette: 0.06 },
  )
}

function gridLine(y: number, label: string): string {
  return `<path d="M${frame.left},${n(y)} H${frame.right}" stroke="#cfc7b4" stroke-width="1.6"/>${text(frame.left - 20, y + 8, label, { size: 22, colour: ink.steel, anchor: 'end' })}`
}
