// What an attribute of a node or mark may hold: one builder a kind, used by the editor, the schema and the check.
import { cleanLine } from './clean-text.ts'
import { publicAddress, webAddress } from './web-address.ts'

/** One attribute as Tiptap reads it. `validate` throws a RangeError that says what is wrong. */
export type CopyAttribute<Value extends string | number | boolean> = {
  default: Value
  validate(value: unknown): void
  parseHTML(element: HTMLElement): Value
  renderHTML(attributes: Record<string, unknown>): Record<string, string>
}

/** Text on one line of at most `longest` characters; may be empty. */
export function line(name: string, longest: number, byDefault = ''): CopyAttribute<string> {
  return text(name, byDefault, (value) =>
    value.length > longest
      ? `may have at most ${longest} characters`
      : isOneLine(value)
        ? null
        : 'must be one clean line',
  )
}

/** One value of a closed list; the first is the default. */
export function oneOf<const Value extends string>(
  name: string,
  list: readonly [Value, ...Value[]],
): CopyAttribute<string> {
  return text(name, list[0], (value) =>
    (list as readonly string[]).includes(value) ? null : `must be one of ${list.join(', ')}`,
  )
}

/** A public id or slug that must be there. */
export function publicId(name: string): CopyAttribute<string> {
  return text(name, '', (value) => (isPublicId(value) ? null : 'must be an id of small letters, digits and hyphens'))
}

/** A public id or slug, or nothing. */
export function optionalId(name: string): CopyAttribute<string> {
  return text(name, '', (value) =>
    value === '' || isPublicId(value) ? null : 'must be an id of small letters, digits and hyphens',
  )
}

/** A link's target: http, https, mailto or a path of our own. */
export function linkTarget(name: string): CopyAttribute<string> {
  return text(name, '', (value) =>
    webAddress(value) === null ? 'must be an http, https or mailto address or a path' : null,
  )
}

/** An http or https address, or nothing. */
export function optionalAddress(name: string): CopyAttribute<string> {
  return text(name, '', (value) =>
    value === '' || publicAddress(value) !== null ? null : 'must be an http or https address',
  )
}

/** A calendar day as `2026-05-31`, or nothing. */
export function optionalDay(name: string): CopyAttribute<string> {
  return text(name, '', (value) => (value === '' || isDay(value) ? null : 'must be a day such as 2026-05-31'))
}

/** An instant or a day in ISO 8601, or nothing. */
export function optionalInstant(name: string): CopyAttribute<string> {
  return text(name, '', (value) =>
    value === '' || isDay(value) || isInstant(value) ? null : 'must be a time such as 2026-05-31T10:00:00Z',
  )
}

/** Text that must match a pattern. */
export function matching(name: string, pattern: RegExp, meaning: string): CopyAttribute<string> {
  return text(name, '', (value) => (pattern.test(value) ? null : `must be ${meaning}`))
}

/** Yes or no; no by default. */
export function flag(name: string): CopyAttribute<boolean> {
  const attribute = dataName(name)
  return {
    default: false,
    validate(value) {
      if (typeof value !== 'boolean') throw new RangeError('must be true or false')
    },
    parseHTML: (element) => element.getAttribute(attribute) === 'true',
    renderHTML: (attributes): Record<string, string> => (attributes[name] === true ? { [attribute]: 'true' } : {}),
  }
}

/** A whole number between two bounds; read from the HTML attribute of the same name. */
export function wholeNumber(name: string, least: number, most: number, byDefault: number): CopyAttribute<number> {
  const fits = (value: unknown) => Number.isInteger(value) && Number(value) >= least && Number(value) <= most
  return {
    default: byDefault,
    validate(value) {
      if (typeof value !== 'number' || !fits(value))
        throw new RangeError(`must be a whole number from ${least} to ${most}`)
    },
    parseHTML(element) {
      const written = Number.parseInt(element.getAttribute(name) ?? '', 10)
      return fits(written) ? written : byDefault
    },
    renderHTML: (attributes): Record<string, string> =>
      attributes[name] === byDefault ? {} : { [name]: String(attributes[name]) },
  }
}

/** Whether a value is an id or slug as addresses of ours hold them. */
export function isPublicId(value: unknown): boolean {
  return typeof value === 'string' && /^[a-z0-9-]{1,80}$/.test(value)
}

function text(name: string, byDefault: string, faultOf: (value: string) => string | null): CopyAttribute<string> {
  const attribute = dataName(name)
  return {
    default: byDefault,
    validate(value) {
      const fault = typeof value === 'string' ? faultOf(value) : 'must be text'
      if (fault !== null) throw new RangeError(fault)
    },
    // Pasted HTML comes from anywhere: what would be refused on saving is not let into the editor either.
    parseHTML(element) {
      const written = cleanLine(element.getAttribute(attribute) ?? byDefault)
      return faultOf(written) === null ? written : byDefault
    },
    renderHTML: (attributes): Record<string, string> =>
      attributes[name] === byDefault ? {} : { [attribute]: String(attributes[name]) },
  }
}

function dataName(name: string): string {
  return `data-${name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`
}

function isOneLine(value: string): boolean {
  return !/[\n\t]/.test(value)
}

function isDay(value: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(value)) return false
  const day = new Date(`${value}T00:00:00Z`)
  return !Number.isNaN(day.getTime()) && day.toISOString().startsWith(value)
}

function isInstant(value: string): boolean {
  return (
    /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d{1,3})?)?(Z|[+-]\d{2}:\d{2})$/.test(value) &&
    !Number.isNaN(new Date(value).getTime())
  )
}
