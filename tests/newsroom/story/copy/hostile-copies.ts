// Documents nobody should send: damaged stories, attacks in every place that takes words, trees of the wrong things.
import { type Chance, randomCopy, seeded } from './sample-copy.ts'

/** A document of one of four kinds: a legal story, one with parts damaged, one stuffed with attacks, or a wild tree. */
export function hostileCopy(seed: number): unknown {
  const chance = seeded(seed * 7919 + 3)
  switch (seed % 4) {
    case 0:
      return randomCopy(seed)
    case 1:
      return damaged(JSON.parse(JSON.stringify(randomCopy(seed))), chance)
    case 2:
      return stuffed(JSON.parse(JSON.stringify(randomCopy(seed))), chance)
    default:
      return { type: 'doc', content: Array.from({ length: chance(6) }, () => wildNode(chance, 0)) }
  }
}

/** Words that have broken other systems: markup, schemes, escapes, characters that turn or hide text. */
export const attacks = [
  '<script>alert(1)</script>',
  '"><img src=x onerror=alert(1)>',
  "' onmouseover='alert(1)",
  '</p></div></article><h1>mine</h1>',
  '<!--',
  ']]>',
  '&lt;script&gt;&#x3C;b&#62;',
  'javascript:alert(1)',
  ' JaVaScRiPt\t:alert(1)',
  'data:text/html;base64,PHNjcmlwdD4=',
  'vbscript:x',
  '//evil.example',
  'https://user:pass@evil.example/',
  'https://good.example\\@evil.example/',
  '\u202Egnp.exe',
  '\u0000\u0008\uFFFE',
  '\uD800 alone \uDC00',
  '\u2028\u2029',
  '#{7*7} {{7*7}} <%= 7*7 %>',
  "'; DROP TABLE stories; --",
  '__proto__',
  'constructor',
  `${'a'.repeat(3000)}`,
  `${'\u0301'.repeat(500)}`,
  '\u{1F468}\u200D\u{1F469}\u200D\u{1F467} مرحبا Здравей',
]

type Holder = Record<string, unknown>

function damaged(copy: unknown, chance: Chance): unknown {
  for (let left = 1 + chance(4); left > 0; left--) {
    const places = placesIn(copy)
    const place = places[chance(places.length)]
    if (place) place.holder[place.key] = wildValue(chance, 0)
  }
  return copy
}

function stuffed(copy: unknown, chance: Chance): unknown {
  for (const { holder, key } of placesIn(copy))
    if (typeof holder[key] === 'string' && key !== 'type' && chance(3) === 0) holder[key] = attack(chance)
  return copy
}

function placesIn(value: unknown): { holder: Holder; key: string }[] {
  if (typeof value !== 'object' || value === null) return []
  const holder = value as Holder
  return Object.keys(holder).flatMap((key) => [{ holder, key }, ...placesIn(holder[key])])
}

const nodeTypes =
  'doc paragraph text heading figure factBox embed related bulletList orderedList listItem blockquote pullQuote hardBreak horizontalRule dateline correction image iframe script __proto__ constructor'.split(
    ' ',
  )
const markTypes = 'bold italic link editorNote topicLink underline code __proto__'.split(' ')
const attributes =
  'level start source cite pictureId alt decorative credit layout attribution kind title refType ref url label provider providerId at place agency date graphic href topicId onclick style class src __proto__'.split(
    ' ',
  )

function wildNode(chance: Chance, depth: number): unknown {
  if (chance(12) === 0) return wildValue(chance, depth)
  const node: Holder = { type: one(nodeTypes, chance) }
  if (chance(2) === 0) node.attrs = wildAttributes(chance, depth)
  if (node.type === 'text' || chance(8) === 0) node.text = chance(3) === 0 ? attack(chance) : 'Words in a row.'
  if (chance(4) === 0) node.marks = Array.from({ length: chance(3) }, () => wildMark(chance, depth))
  if (depth < 7 && chance(3) > 0) node.content = Array.from({ length: chance(4) }, () => wildNode(chance, depth + 1))
  if (chance(15) === 0) node[attack(chance)] = attack(chance)
  return node
}

function wildMark(chance: Chance, depth: number): unknown {
  return { type: one(markTypes, chance), ...(chance(2) === 0 ? { attrs: wildAttributes(chance, depth) } : {}) }
}

function wildAttributes(chance: Chance, depth: number): unknown {
  const made: Holder = {}
  for (let left = chance(5); left > 0; left--) made[one(attributes, chance)] = wildValue(chance, depth)
  return made
}

function wildValue(chance: Chance, depth: number): unknown {
  switch (chance(depth > 5 ? 7 : 10)) {
    case 0:
      return null
    case 1:
      return chance(2) === 0
    case 2:
      return one([0, -1, 2, 9, 1e9, 0.5, Number.MAX_SAFE_INTEGER], chance)
    case 3:
      return ''
    case 4:
    case 5:
    case 6:
      return attack(chance)
    case 7:
      return Array.from({ length: chance(3) }, () => wildValue(chance, depth + 1))
    case 8:
      return { [one(attributes, chance)]: wildValue(chance, depth + 1) }
    default:
      return wildNode(chance, depth + 1)
  }
}

function attack(chance: Chance): string {
  return one(attacks, chance)
}

function one<Item>(items: readonly Item[], chance: Chance): Item {
  return items[chance(items.length)] as Item
}
