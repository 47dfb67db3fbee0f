/** Machines seen from the side, as bare shapes that take the colour of the group they are put into. */
import { n } from './draw.ts'

/** A medium tank facing right: 0,0 is the ground under its tail, about 900 long with the gun, 240 high. */
export function tank(): string {
  const wheels = [112, 202, 300, 390, 480]
  return `<path d="M62,0 L520,0 Q562,-4 596,-44 Q604,-66 574,-76 L66,-76 Q18,-72 20,-46 Q24,-10 62,0 Z"/>
<path d="M22,-70 L44,-84 L96,-140 L432,-140 L600,-72 L612,-58 L590,-66 Z"/>
<path d="M212,-138 L226,-196 Q234,-216 268,-219 L392,-215 Q436,-208 452,-176 L457,-152 L440,-138 Z"/>
<path d="M262,-217 L264,-236 Q266,-240 272,-240 L318,-240 Q324,-240 326,-236 L328,-217 Z"/>
<rect x="442" y="-196" width="52" height="38" rx="12"/>
<path d="M490,-188 L866,-194 L866,-180 L490,-168 Z"/><rect x="856" y="-198" width="24" height="22" rx="4"/>
<rect x="70" y="-152" width="104" height="32" rx="15"/><rect x="340" y="-150" width="60" height="14" rx="4"/>
<path d="M246,-216 L226,-330" stroke-width="2.6"/>
<path d="M128,-140 v-13 h40 v13 M360,-215 q10,-14 34,-13" fill="none" stroke-width="4"/>
<g class="wheels">${wheels.map((x) => `<circle cx="${x}" cy="-36" r="33"/>`).join('')}</g>`
}

/** The lighter marks on the tank's flank: wheels, track, seams and a turret number. */
export function tankDetail(colour: string, number: string): string {
  const wheels = [112, 202, 300, 390, 480]
  const rims = wheels.map(
    (x) =>
      `<circle cx="${x}" cy="-36" r="31"/><circle cx="${x}" cy="-36" r="24" opacity="0.6"/><circle cx="${x}" cy="-36" r="8"/>${[
        0, 60, 120, 180, 240, 300,
      ]
        .map((turn) => `<path d="M${x},-44 v-15" transform="rotate(${turn} ${x} -36)"/>`)
        .join('')}`,
  )
  return `<g fill="none" stroke="${colour}" stroke-width="2.2">${rims.join('')}<circle cx="48" cy="-46" r="17"/><circle cx="566" cy="-50" r="19"/>
<path d="M62,-3 L520,-3" stroke-dasharray="9 5" stroke-width="4"/><path d="M40,-80 L588,-78 M96,-138 L60,-84 M432,-138 L570,-78 M212,-141 H440 M236,-198 L424,-196" opacity="0.8"/>
<path d="M100,-128 H400" stroke-dasharray="2 16" stroke-width="3" opacity="0.7"/></g>
<text x="330" y="-156" font-family="Liberation Sans, Helvetica, sans-serif" font-size="34" font-weight="700" fill="${colour}" letter-spacing="3">${number}</text>`
}

/** A minehunter facing left: 0,0 is the waterline at its bow, about 760 long, 250 high. */
export function minehunter(): string {
  return `<path d="M-34,-92 Q-6,-40 22,10 L744,10 L764,-58 L560,-58 L556,-74 L196,-74 Q80,-80 -34,-92 Z"/>
<path d="M150,-74 L172,-128 L208,-134 L222,-172 L334,-172 L344,-132 L470,-132 L480,-74 Z"/>
<path d="M226,-170 L236,-196 L318,-196 L328,-170 Z"/>
<path d="M380,-132 L392,-178 L448,-178 L462,-132 Z"/>
<path d="M266,-196 L274,-306 L284,-306 L294,-196 Z"/><path d="M244,-262 h68 M250,-282 h56" stroke-width="5"/><circle cx="279" cy="-314" r="9"/>
<rect x="262" y="-244" width="36" height="12" rx="5"/>
<path d="M284,-300 L420,-178 M274,-300 L150,-100 M279,-318 L279,-352" fill="none" stroke-width="2.2"/>
<path d="M90,-82 L96,-106 L124,-106 L132,-80 Z"/><path d="M98,-102 L44,-116" stroke-width="7"/>
<path d="M594,-58 L606,-150 L618,-150 L626,-58 Z"/><path d="M610,-146 L716,-122" stroke-width="8"/><path d="M714,-122 V-84" stroke-width="2.4"/><rect x="696" y="-86" width="40" height="15" rx="7"/>
<path d="M500,-58 V-78 H590 M640,-58 V-76 H752" fill="none" stroke-width="3"/>
<path d="M-30,-92 V-112 M30,-84 V-102 M-30,-110 L146,-98" fill="none" stroke-width="2.4"/>`
}

/** Portholes, hull number and seams of the minehunter. */
export function minehunterDetail(colour: string, number: string): string {
  const ports = Array.from({ length: 11 }, (_, at) => `<circle cx="${150 + at * 36}" cy="-44" r="5"/>`)
  return `<g fill="none" stroke="${colour}" stroke-width="2.4"><path d="M-26,-78 Q90,-62 200,-60 H752 M14,-8 H748 M176,-126 L470,-128 M226,-170 H330 M212,-100 H470" opacity="0.7"/>${ports.join('')}<path d="M236,-184 h84" stroke-width="9" stroke-dasharray="13 5" stroke="#e9b67c" opacity="0.8"/><path d="M232,-152 h94" stroke-width="7" stroke-dasharray="10 8" opacity="0.6"/></g>
<text x="52" y="-24" font-family="Liberation Sans, Helvetica, sans-serif" font-size="36" font-weight="700" fill="${colour}" letter-spacing="4">${number}</text>`
}

/** A helicopter facing left: 0,0 is the rotor head, about 520 long. */
export function helicopter(): string {
  return `<path d="M-196,74 Q-190,36 -128,26 L-60,18 Q-30,8 60,12 Q108,16 140,38 L372,26 L384,44 L160,92 Q120,120 40,122 L-110,120 Q-196,112 -196,74 Z"/>
<path d="M352,30 L384,-44 L412,-48 L400,40 L376,46 Z"/><path d="M368,42 L430,36 L430,46 L372,54 Z"/>
<circle cx="402" cy="-26" r="54" fill="none" stroke-width="3"/><path d="M402,-80 L402,28" stroke-width="6"/>
<path d="M-28,14 L-20,-4 L24,-4 L34,14 Z"/><rect x="-5" y="-14" width="10" height="16"/>
<path d="M-330,-12 Q-160,-22 0,-12 Q160,-22 330,-8" fill="none" stroke-width="7"/><path d="M-190,-2 Q-90,-14 0,-12 Q90,-12 190,-24" fill="none" stroke-width="6"/>
<path d="M-90,120 v16 M-30,122 v14 M70,120 v20" stroke-width="8"/><circle cx="-62" cy="144" r="15"/><circle cx="74" cy="146" r="17"/>
<rect x="-14" y="22" width="44" height="14" rx="6"/>`
}

/** A three-axle army lorry with a canvas top facing right: 0,0 is the ground at its tail, 330 long. */
export function lorry(): string {
  return `<path d="M0,-52 L0,-146 Q40,-158 110,-156 Q180,-158 212,-146 L212,-52 Z"/><path d="M222,-52 L222,-138 Q224,-146 232,-146 L268,-146 Q276,-146 280,-138 L292,-104 L326,-96 Q334,-92 334,-84 L334,-44 L222,-44 Z"/>
<rect x="0" y="-58" width="330" height="18"/><rect x="326" y="-58" width="14" height="20" rx="3"/>
${[52, 122, 286].map((x) => `<circle cx="${x}" cy="-28" r="29"/>`).join('')}`
}

/** A jet trainer seen from below and behind, nose to the upper right: 0,0 is its middle, about 120 long. */
export function jet(scale = 1): string {
  const s = (value: number) => n(value * scale)
  return `<path d="M${s(62)},0 Q${s(40)},${s(-6)} ${s(22)},${s(-7)} L${s(-8)},${s(-50)} L${s(-22)},${s(-50)} L${s(-10)},${s(-8)} L${s(-40)},${s(-7)} L${s(-54)},${s(-24)} L${s(-62)},${s(-24)} L${s(-57)},0 L${s(-62)},${s(24)} L${s(-54)},${s(24)} L${s(-40)},${s(7)} L${s(-10)},${s(8)} L${s(-22)},${s(50)} L${s(-8)},${s(50)} L${s(22)},${s(7)} Q${s(40)},${s(6)} ${s(62)},0 Z"/>`
}
