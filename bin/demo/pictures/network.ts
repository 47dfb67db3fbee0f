/** A drawn network by night: what a cyber drill looks like to those who run it. */
import { broad, chance, gradient, ink, n, picture, text } from './draw.ts'

type Spot = { x: number; y: number; size: number; group: number }

/** Four groups of machines around an exchange; the attack comes in from the right and is stopped at one of them. */
export function networkNight(): string {
  const random = chance(37)
  const centres: [number, number, string, string][] = [
    [300, 270, 'Hospital', 'restored 10:41'],
    [300, 650, 'Water works', 'never reached'],
    [1190, 650, 'Town hall', 'cut off by choice'],
    [1260, 250, 'Mail', 'entered 09:14'],
  ]
  const spots: Spot[] = centres.flatMap(([cx, cy], group) =>
    Array.from({ length: 15 }, (_, at) => {
      const turn = at * 2.4
      const far = 26 + Math.sqrt(at) * 40
      return {
        x: cx + Math.cos(turn) * far * 1.25 + (random() - 0.5) * 16,
        y: cy + Math.sin(turn) * far * 0.86 + (random() - 0.5) * 16,
        size: at === 0 ? 15 : 4 + random() * 7,
        group,
      }
    }),
  )
  const wires = spots.flatMap((one, at) =>
    spots
      .slice(at + 1)
      .filter((other) => other.group === one.group && Math.hypot(one.x - other.x, one.y - other.y) < 96)
      .map((other) => `<path d="M${n(one.x)},${n(one.y)} L${n(other.x)},${n(other.y)}"/>`),
  )
  const exchange = { x: 800, y: 400 }
  const trunks = centres.map(
    ([cx, cy]) =>
      `<path d="M${exchange.x},${exchange.y} Q${n((exchange.x + cx) / 2)},${n(exchange.y + (cy - exchange.y) * 0.1)} ${cx},${cy}"/>`,
  )
  const dots = Array.from(
    { length: 40 * 23 },
    (_, at) => `<circle cx="${(at % 40) * 41 + 6}" cy="${Math.floor(at / 40) * 41 + 6}" r="1.4"/>`,
  )
  return picture(
    broad,
    97,
    [
      `${gradient('dark', [
        [0, '#16242d'],
        [1, '#0d151b'],
      ])}<rect width="1600" height="900" fill="url(#dark)"/>`,
      `<g fill="#5b7885" opacity="0.28">${dots.join('')}</g>`,
      ...centres.map(
        ([cx, cy], group) =>
          `<ellipse cx="${cx}" cy="${cy}" rx="238" ry="168" fill="${group === 3 ? ink.red : '#4f7f88'}" opacity="0.09"/><ellipse cx="${cx}" cy="${cy}" rx="238" ry="168" fill="none" stroke="${group === 3 ? '#d65a49' : '#7ba6a8'}" stroke-width="2" stroke-dasharray="3 9" opacity="0.8"/>`,
      ),
      `<g fill="none" stroke="#7ba6a8" stroke-width="1.6" opacity="0.5">${wires.join('')}</g>`,
      `<g fill="none" stroke="#a8c5c1" stroke-width="5" opacity="0.55">${trunks.join('')}</g>`,
      `<g fill="none" stroke="${ink.red}" stroke-linecap="round"><path d="M1620,120 C1520,120 1420,180 1260,250 C1110,318 960,360 868,388" stroke-width="13" opacity="0.3"/><path d="M1620,120 C1520,120 1420,180 1260,250 C1110,318 960,360 868,388" stroke-width="5" stroke-dasharray="1 15"/></g>`,
      ...spots.map(({ x, y, size, group }, at) => {
        const hit = group === 3 && at % 15 < 8
        return `<circle cx="${n(x)}" cy="${n(y)}" r="${n(size * 2.6)}" fill="${hit ? ink.red : '#8fc0bd'}" opacity="0.12"/><circle cx="${n(x)}" cy="${n(y)}" r="${n(size)}" fill="${hit ? '#e0604d' : group === 2 ? '#53686f' : '#cfe3dc'}"/>`
      }),
      `<path d="M868,320 V470" stroke="#f0dca8" stroke-width="9"/><path d="M884,332 V458" stroke="#f0dca8" stroke-width="3" opacity="0.6"/>`,
      `<circle cx="800" cy="400" r="104" fill="#f0dca8" opacity="0.07"/><circle cx="800" cy="400" r="52" fill="#15222a" stroke="#f0dca8" stroke-width="4"/><circle cx="800" cy="400" r="38" fill="none" stroke="#f0dca8" stroke-width="2" stroke-dasharray="5 6"/><path d="M776,400 h48 M800,376 v48 M783,383 l34,34 M817,383 l-34,34" stroke="#f0dca8" stroke-width="4"/>`,
      text(800, 492, 'Exchange', { size: 24, weight: 700, colour: '#f0dca8', anchor: 'middle' }),
      text(846, 306, 'rule set 09:32', { size: 20, colour: '#f0dca8' }),
      ...centres.flatMap(([cx, cy, name, under]) => [
        text(cx - 210, cy + 190, name, { size: 28, weight: 700, colour: '#eef0e6' }),
        text(cx - 210, cy + 219, under, { size: 21, colour: '#9db6b8' }),
      ]),
      text(1540, 862, 'BDC graphics', { size: 20, weight: 700, colour: '#6f8a92', anchor: 'end' }),
    ],
    { grain: 0.16, vignette: 0.4 },
  )
}
