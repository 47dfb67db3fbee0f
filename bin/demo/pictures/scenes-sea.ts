/** Drawn scenes at sea and in the air: ships, cranes, helicopters, aircraft. */
import { backlit, birds, clouds, disc, ink, mist, picture, ridge, sky, tall, water } from './draw.ts'
import { minehunter } from './silhouettes.ts'

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
    `<g transform="translate(330 756) scale(1.02)"><g transform="scale(1 -0.62) translate(0 -8)" opacity="0.5" fill="#141d23" stroke="#141d23" filter="url(#blur6)">${minehunter()}</g>${backlit(minehunter(), '#18222a', '#e7b887', 3, -2)}</g>`,
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
