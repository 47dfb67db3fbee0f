// A small strict reader of XML 1.0 with namespaces: what it takes is well-formed, and anything else throws.

/** `name` as written, with its prefix; `text` is all character data inside, that of children left out. */
export type Element = { name: string; attributes: Record<string, string>; children: Element[]; text: string }

const illegal = /[^\t\n\r\u{20}-\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]/u
const named: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" }
const nameForm = '[A-Za-z_][\\w.-]*(?::[A-Za-z_][\\w.-]*)?'

/** The root element of a whole document. Throws with the place where the text is no XML. */
export function strictXml(xml: string): Element {
  if (illegal.test(xml)) throw new Error('a character that XML forbids')
  let at = 0
  take(/<\?xml version="1\.0" encoding="utf-8"\?>\s*/iy, 'an XML declaration')
  const root = element({ xml: true })
  take(/\s*/y, '')
  if (at !== xml.length) throw fault('nothing after the root')
  return root

  function element(outer: Record<string, true>): Element {
    const [, name = ''] = take(new RegExp(`<(${nameForm})`, 'y'), 'an element')
    const attributes: Record<string, string> = {}
    for (let found = maybe(attribute()); found; found = maybe(attribute())) {
      const [, key = '', value = ''] = found
      if (key in attributes) throw fault(`one ${key} only`)
      attributes[key] = decoded(value)
    }
    const known = { ...outer }
    for (const key of Object.keys(attributes)) if (key.startsWith('xmlns:')) known[key.slice(6)] = true
    for (const one of [name, ...Object.keys(attributes)]) {
      const [prefix, local] = one.split(':')
      if (local !== undefined && prefix !== 'xmlns' && !known[prefix ?? '']) throw fault(`a declared prefix for ${one}`)
    }
    const made: Element = { name, attributes, children: [], text: '' }
    if (maybe(/\s*\/>/y)) return made
    take(/\s*>/y, 'the end of a tag')
    for (;;) {
      const data = maybe(/<!\[CDATA\[([\s\S]*?)\]\]>/y)
      const words = data ? null : maybe(/[^<]+/y)
      if (data) made.text += data[1]
      else if (words) {
        if (words[0].includes(']]>')) throw fault('no bare ]]>')
        made.text += decoded(words[0])
      } else if (xml.startsWith('</', at)) break
      else made.children.push(element(known))
    }
    const [, closed] = take(new RegExp(`</(${nameForm})\\s*>`, 'y'), 'an end tag')
    if (closed !== name) throw fault(`</${name}> and not </${closed}>`)
    return made
  }

  function attribute(): RegExp {
    return new RegExp(`\\s+(${nameForm})\\s*=\\s*(?:"([^"<]*)"|'([^'<]*)')`, 'y')
  }

  function decoded(text: string): string {
    return text.replace(/&(#x[\da-f]+|#\d+|\w+)?(;?)/gi, (_, what: string | undefined, end: string) => {
      if (what === undefined || end === '') throw fault('a whole entity')
      if (what.startsWith('#x')) return String.fromCodePoint(Number.parseInt(what.slice(2), 16))
      if (what.startsWith('#')) return String.fromCodePoint(Number(what.slice(1)))
      const meant = named[what]
      if (meant === undefined) throw fault(`an entity of XML and not &${what};`)
      return meant
    })
  }

  function maybe(form: RegExp): RegExpExecArray | null {
    form.lastIndex = at
    const found = form.exec(xml)
    if (found) at += found[0].length
    return found
  }

  function take(form: RegExp, what: string): RegExpExecArray {
    const found = maybe(form)
    if (!found) throw fault(what)
    return found
  }

  function fault(expected: string): Error {
    return new Error(`expected ${expected} at ${at}: ${xml.slice(at, at + 60)}`)
  }
}

/** The children with this name. */
export function all(parent: Element, name: string): Element[] {
  return parent.children.filter((child) => child.name === name)
}

/** The text of the only child with this name; throws when there is none or more than one. */
export function textIn(parent: Element, name: string): string {
  const [only, ...more] = all(parent, name)
  if (!only || more.length > 0) throw new Error(`${parent.name} has ${all(parent, name).length} ${name}`)
  return only.text
}
