// The sieve: turns unknown JSON into checked copy, or says what is wrong with it. The only way into the database.
import { type MarkType, Node, type NodeType } from '@tiptap/pm/model'
import { cleanLine, cleanText } from './clean-text.ts'
import { copySchema } from './story-extensions.ts'

export type CopyAttributes = { [name: string]: string | number | boolean }
export type CopyMark = { type: string; attrs?: CopyAttributes }
export type CopyNode = {
  type: string
  attrs?: CopyAttributes
  content?: CopyNode[]
  marks?: CopyMark[]
  text?: string
}

declare const checked: unique symbol

/** A story's words: the JSON of a document that went through `checkCopy`. */
export type Copy = { type: 'doc'; content: CopyNode[] } & { readonly [checked]: true }

/**
 * What is wrong, and where: the path is written `content[2].attrs.href`, the document itself is the empty path.
 * `message` is for who reads the answer of a program; what a person reads is found by `code`.
 */
export type CopyFault = { path: string; message: string; code?: CopyFaultCode }
export type CopyFaultCode = 'too-large' | 'desk-only'

export const copyLimits = { bytes: 512 * 1024, depth: 12, nodes: 6000, faultsTold: 20 } as const

/** A story nobody has written in yet. */
export const emptyCopy = { type: 'doc', content: [{ type: 'paragraph' }] } as Copy

/**
 * Checks a document of unknown origin, as parsed JSON or as the JSON text itself. Text is cleaned, absent attributes get
 * their defaults, neighbouring texts with the same marks are joined; everything else that is not exactly the document
 * language is a fault. Never throws; at most twenty faults are told.
 */
export function checkCopy(raw: unknown): { ok: true; copy: Copy } | { ok: false; faults: CopyFault[] } {
  const parsed = typeof raw === 'string' ? parse(raw) : { value: raw }
  if ('fault' in parsed) return refused(parsed.fault)
  const sieve = new Sieve()
  const document = sieve.read(parsed.value)
  if (document === null || sieve.faults.length > 0) return { ok: false, faults: sieve.faults }
  return believed(document, sieve.characters, sieve.nodes)
}

/**
 * The faults of a save by somebody who is not of the desk: every editor's note or correction that `after` holds must
 * stand in `before` with the same words and attributes, as often. Taking one away with the text around it is allowed.
 */
export function deskOnlyFaults(before: Copy, after: Copy): CopyFault[] {
  const known = new Map<string, number>()
  for (const { key } of deskOnly(before)) known.set(key, (known.get(key) ?? 0) + 1)
  const faults: CopyFault[] = []
  for (const { key, path, name } of deskOnly(after)) {
    const left = known.get(key) ?? 0
    if (left > 0) known.set(key, left - 1)
    else faults.push({ path, message: `only the desk may add or change ${name}`, code: 'desk-only' })
  }
  return faults.slice(0, copyLimits.faultsTold)
}

function parse(text: string): { value: unknown } | { fault: string } {
  if (text.length > copyLimits.bytes || utf8Length(text) > copyLimits.bytes) return { fault: tooLarge }
  try {
    return { value: JSON.parse(text) }
  } catch {
    return { fault: 'is not JSON' }
  }
}

const tooLarge = `is larger than ${copyLimits.bytes / 1024} KB`

function refused(message: string, path = ''): { ok: false; faults: CopyFault[] } {
  return { ok: false, faults: [message === tooLarge ? { path, message, code: 'too-large' } : { path, message }] }
}

/** The second opinion: ProseMirror reads what the sieve let through, and its own writing is what is kept. */
function believed(document: CopyNode, characters: number, nodes: number) {
  try {
    const node = Node.fromJSON(copySchema, document)
    node.check()
    const copy = node.toJSON() as Copy
    // A character is at most three bytes a UTF-16 unit, or six when JSON has to escape it; only large copy is measured.
    const mayBeLarge = characters * 6 + nodes * 200 > copyLimits.bytes
    if (mayBeLarge && utf8Length(JSON.stringify(copy)) > copyLimits.bytes) return refused(tooLarge)
    return { ok: true as const, copy }
  } catch (error) {
    return refused(error instanceof Error ? error.message.slice(0, 200) : 'does not fit the document language')
  }
}

function utf8Length(text: string): number {
  return new TextEncoder().encode(text).length
}

type AttributeRule = { name: string; default: string | number | boolean; validate: (value: unknown) => void }
type Rules<Type> = { type: Type; order: number; attributes: AttributeRule[]; names: Set<string> }
type Unread = { [key: string]: unknown }

const nodeRules = rulesFor(copySchema.nodes)
const markRules = rulesFor(copySchema.marks)

/** Reads one document strictly; goes no deeper than copy may nest, so no nesting can exhaust the stack. */
class Sieve {
  readonly faults: CopyFault[] = []
  characters = 0
  nodes = 0
  #stopped = false
  readonly #trail: number[] = []

  read(raw: unknown): CopyNode | null {
    const rules = this.#open(raw)
    if (rules === null) return null
    if (rules.type !== copySchema.topNodeType) return this.#fault('must be a document')
    return this.#node(raw as Unread, rules, null)
  }

  /** The rules of a thing that claims to be a node, or null and a fault. */
  #open(raw: unknown): Rules<NodeType> | null {
    if (this.#trail.length > copyLimits.depth) return this.#stop(`nests deeper than ${copyLimits.depth} levels`)
    this.nodes += 1
    if (this.nodes > copyLimits.nodes) return this.#stop(`has more than ${copyLimits.nodes} parts`)
    if (!isObject(raw)) return this.#fault('must be a node')
    for (const key in raw) {
      if (key !== 'type' && key !== 'text' && key !== 'content' && key !== 'marks' && key !== 'attrs')
        return this.#fault(`has an unknown key ${shown(key)}`)
    }
    const rules = typeof raw.type === 'string' ? nodeRules.get(raw.type) : undefined
    return rules ?? this.#fault(`is of an unknown type ${shown(raw.type)}`)
  }

  #node(raw: Unread, rules: Rules<NodeType>, parent: NodeType | null): CopyNode | null {
    const { type } = rules
    if (raw.text !== undefined) return this.#fault('may not hold text itself')
    const node: CopyNode = { type: type.name }
    const attrs = this.#attributes(raw.attrs, rules)
    if (attrs !== null) node.attrs = attrs
    const content = this.#content(raw.content, type)
    if (content !== null && content.length > 0) node.content = content
    const marks = this.#marks(raw.marks, type.isInline ? parent : null)
    if (marks !== null) node.marks = marks
    return node
  }

  #text(raw: Unread, parent: NodeType): CopyNode | null {
    if (raw.content !== undefined || raw.attrs !== undefined) return this.#fault('is text and may hold nothing else')
    if (typeof raw.text !== 'string') return this.#fault('must hold its text')
    if (!this.#count(raw.text)) return null
    const text = cleanText(raw.text)
    const marks = this.#marks(raw.marks, parent)
    if (text === '') return null
    return marks === null ? { type: 'text', text } : { type: 'text', text, marks }
  }

  #content(raw: unknown, type: NodeType): CopyNode[] | null {
    if (raw !== undefined && !Array.isArray(raw)) return this.#fault('must be a list', '.content')
    const children: unknown[] = raw ?? []
    const content: CopyNode[] = []
    let match = type.contentMatch
    for (let index = 0; index < children.length && !this.#stopped; index++) {
      this.#trail.push(index)
      const child = children[index]
      const rules = this.#open(child)
      const next = rules === null ? null : match.matchType(rules.type)
      if (next !== null) match = next
      else if (rules !== null) this.#fault(`a ${rules.type.name} may not stand here in a ${type.name}`)
      if (rules !== null && next !== null) {
        const kept = rules.type.isText ? this.#text(child as Unread, type) : this.#node(child as Unread, rules, type)
        if (kept !== null) append(content, kept)
      }
      this.#trail.pop()
    }
    if (!match.validEnd) this.#fault(`a ${type.name} needs more content than it has`)
    return content
  }

  /** The marks in the order of the schema, or null for none; `parent` null means that none are allowed. */
  #marks(raw: unknown, parent: NodeType | null): CopyMark[] | null {
    if (raw === undefined) return null
    if (!Array.isArray(raw)) return this.#fault('must be a list', '.marks')
    if (raw.length > markRules.size) return this.#fault('holds too many marks', '.marks')
    const rules: Rules<MarkType>[] = []
    const marks: CopyMark[] = []
    for (let index = 0; index < raw.length; index++) {
      const mark = this.#mark(raw[index], index, parent, rules)
      if (mark === null) return null
      marks.push(mark)
    }
    if (marks.length < 2) return marks.length === 0 ? null : marks
    return marks.sort((a, b) => orderOf(a) - orderOf(b))
  }

  #mark(raw: unknown, index: number, parent: NodeType | null, before: Rules<MarkType>[]): CopyMark | null {
    if (!isObject(raw)) return this.#fault('must be a mark', '.marks', index)
    for (const key in raw)
      if (key !== 'type' && key !== 'attrs') return this.#fault(`has an unknown key ${shown(key)}`, '.marks', index)
    const rules = typeof raw.type === 'string' ? markRules.get(raw.type) : undefined
    if (rules === undefined) return this.#fault(`is of an unknown type ${shown(raw.type)}`, '.marks', index)
    const { type } = rules
    if (parent === null || !parent.allowsMarkType(type))
      return this.#fault(`${type.name} may not be used here`, '.marks', index)
    for (const other of before)
      if (other.type.excludes(type)) return this.#fault('contradicts another mark', '.marks', index)
    before.push(rules)
    const attrs = this.#attributes(raw.attrs, rules, index)
    return attrs === null ? { type: type.name } : { type: type.name, attrs }
  }

  /** Every attribute of the type, cleaned or by default; null for a type without attributes. */
  #attributes(raw: unknown, rules: Rules<NodeType | MarkType>, mark?: number): CopyAttributes | null {
    const at = mark === undefined ? '' : '.marks'
    if (raw !== undefined) {
      if (!isObject(raw)) return this.#fault('must be an object', at, mark, '.attrs')
      for (const key in raw)
        if (!rules.names.has(key)) return this.#fault(`has an unknown attribute ${shown(key)}`, at, mark, '.attrs')
    }
    if (rules.attributes.length === 0) return null
    const attrs: CopyAttributes = {}
    for (const rule of rules.attributes) {
      const given = raw?.[rule.name]
      const value = given === undefined ? rule.default : given
      if (typeof value === 'string' && !this.#count(value)) return null
      const clean = typeof value === 'string' ? cleanLine(value) : value
      const fault = faultOf(rule, clean)
      if (fault !== null) this.#fault(fault, at, mark, `.attrs.${rule.name}`)
      else attrs[rule.name] = clean as string | number | boolean
    }
    return attrs
  }

  /** Adds to the size; false once the copy is too large, which ends the walk. */
  #count(text: string): boolean {
    this.characters += text.length
    if (this.characters > copyLimits.bytes) this.#stop(tooLarge)
    return !this.#stopped
  }

  #stop(message: string): null {
    this.#trail.length = 0
    this.#fault(message)
    this.#stopped = true
    return null
  }

  /** Notes a fault at the present place, or further in: `at`, its index there, and what of that. */
  #fault(message: string, at = '', index?: number, of = ''): null {
    if (this.#stopped) return null
    const inside = at + (index === undefined ? '' : `[${index}]`) + of
    const path = this.#trail.map((step) => `content[${step}]`).join('.') + inside
    const fault: CopyFault = { path: path.replace(/^\./, ''), message }
    if (message === tooLarge) fault.code = 'too-large'
    this.faults.push(fault)
    if (this.faults.length >= copyLimits.faultsTold) this.#stopped = true
    return null
  }
}

function append(content: CopyNode[], node: CopyNode): void {
  const last = content.at(-1)
  if (node.text !== undefined && last?.text !== undefined && haveSameMarks(last, node)) last.text += node.text
  else content.push(node)
}

function haveSameMarks(a: CopyNode, b: CopyNode): boolean {
  if (a.marks === undefined || b.marks === undefined) return a.marks === b.marks
  if (a.marks.length !== b.marks.length) return false
  for (let index = 0; index < a.marks.length; index++) if (a.marks[index]?.type !== b.marks[index]?.type) return false
  return JSON.stringify(a.marks) === JSON.stringify(b.marks)
}

function orderOf(mark: CopyMark): number {
  return markRules.get(mark.type)?.order ?? 0
}

function faultOf(rule: AttributeRule, value: unknown): string | null {
  try {
    rule.validate(value)
    return null
  } catch (error) {
    return error instanceof Error ? error.message : 'is not allowed'
  }
}

function isObject(value: unknown): value is Unread {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** What somebody else wrote, short enough to repeat in a message. */
function shown(value: unknown): string {
  return typeof value === 'string' ? JSON.stringify(cleanLine(value.slice(0, 40))) : typeof value
}

function rulesFor<Type extends NodeType | MarkType>(types: { [name: string]: Type }): Map<string, Rules<Type>> {
  return new Map(
    Object.entries(types).map(([name, type], order) => {
      const attributes = Object.entries(type.spec.attrs ?? {}).map(([attribute, spec]): AttributeRule => {
        if (typeof spec.validate !== 'function') throw new Error(`${name}.${attribute} has no validator`)
        return { name: attribute, default: spec.default, validate: spec.validate }
      })
      return [name, { type, order, attributes, names: new Set(attributes.map((rule) => rule.name)) }]
    }),
  )
}

type DeskOnly = { key: string; path: string; name: string }

/** Every run of an editor's note and every correction, with what identifies it. */
function deskOnly(copy: Copy): DeskOnly[] {
  const found: DeskOnly[] = []
  const visit = (node: CopyNode, path: string) => {
    if (node.type === 'correction') found.push({ key: JSON.stringify(node), path, name: 'a correction' })
    let run: DeskOnly | null = null
    let runKind: string | null = null
    node.content?.forEach((child, index) => {
      const at = `${path === '' ? '' : `${path}.`}content[${index}]`
      const note = child.marks?.find((mark) => mark.type === 'editorNote')
      const kind = note === undefined ? null : String(note.attrs?.kind)
      const words = child.text ?? ` ${child.type} `
      // A note may be several texts in a row (part of it bold): its words identify it, not how they are cut.
      if (kind !== null && run !== null && kind === runKind) run.key += words
      else if (kind !== null) {
        run = { key: `${kind}: ${words}`, path: at, name: "an editor's note" }
        found.push(run)
      } else run = null
      runKind = kind
      visit(child, at)
    })
  }
  visit(copy, '')
  return found
}
