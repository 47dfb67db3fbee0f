// Reads a posted form or JSON body against one zod schema: typed values, or faults by field with what was typed kept.
import { z } from 'zod'

/** A fault of one field; `field` is '' when it concerns the whole form. */
export type FieldFault = { field: string; message: string }

/** Sentences for the faults that a schema says nothing about itself. Every book of words has them. */
export type FormWords = {
  errors: {
    form: {
      notRead: string
      missing: string
      notAChoice: string
      wrong: string
      tooLong(mostCharacters: number): string
      tooShort(leastCharacters: number): string
      tooMany(most: number): string
      atLeast(least: number): string
      atMost(most: number): string
    }
  }
}

export type FormRead<T> = { ok: true; value: T } | { ok: false; faults: FieldFault[]; values: Record<string, string> }

/**
 * Reads `request`'s body (urlencoded, multipart or JSON object) and parses it.
 * Repeated form fields become arrays when the schema wants an array; in `values` they are lines of one text. Passwords are never given back in `values`.
 * What is wrong is said by the schema's own sentences, else by those of `words`, the page's book.
 */
export async function readForm<S extends z.ZodObject>(
  request: Request,
  schema: S,
  words: FormWords,
): Promise<FormRead<z.infer<S>>> {
  const { form } = words.errors
  const raw = await bodyOf(request, schema)
  if (raw === null) return { ok: false, faults: [{ field: '', message: form.notRead }], values: {} }
  const parsed = schema.safeParse(raw, { error: (issue) => sentenceOf(issue, form) })
  if (parsed.success) return { ok: true, value: parsed.data }
  return {
    ok: false,
    faults: parsed.error.issues.map((issue) => ({ field: issue.path.map(String).join('.'), message: issue.message })),
    values: typedValues(raw),
  }
}

/** What an issue of zod means, in the words of the page. */
export function sentenceOf(issue: z.core.$ZodRawIssue, form: FormWords['errors']['form']): string {
  switch (issue.code) {
    case 'unrecognized_keys':
      return form.notRead
    case 'invalid_type':
      return issue.input === undefined ? form.missing : form.wrong
    case 'invalid_value':
      return form.notAChoice
    case 'too_big':
      if (issue.origin === 'string') return form.tooLong(Number(issue.maximum))
      return issue.origin === 'array' ? form.tooMany(Number(issue.maximum)) : form.atMost(Number(issue.maximum))
    case 'too_small':
      return issue.origin === 'string' ? form.tooShort(Number(issue.minimum)) : form.atLeast(Number(issue.minimum))
    default:
      return form.wrong
  }
}

/** Reads query parameters against a schema of strings; faulty or unknown ones fall back to the schema's defaults. */
export function readQuery<S extends z.ZodObject>(url: string, schema: S): z.infer<S> {
  const raw = Object.fromEntries(new URL(url).searchParams)
  const known = Object.fromEntries(Object.keys(schema.shape).map((key) => [key, raw[key]]))
  const parsed = schema.safeParse(known)
  return parsed.success ? parsed.data : schema.parse({})
}

async function bodyOf(request: Request, schema: z.ZodObject): Promise<Record<string, unknown> | null> {
  try {
    if ((request.headers.get('content-type') ?? '').includes('application/json')) {
      const body: unknown = await request.json()
      return typeof body === 'object' && body !== null && !Array.isArray(body) ? { ...body } : null
    }
    const form = await request.formData()
    const raw: Record<string, unknown> = {}
    for (const key of new Set(form.keys())) {
      const all = form.getAll(key)
      raw[key] = wantsArray(schema, key) ? all : all.at(-1)
    }
    return raw
  } catch {
    return null // not what its content type says: the client's fault, not ours
  }
}

function wantsArray(schema: z.ZodObject, key: string): boolean {
  let field: unknown = schema.shape[key]
  while (field instanceof z.ZodDefault || field instanceof z.ZodOptional) field = field.unwrap()
  return field instanceof z.ZodArray
}

function typedValues(raw: Record<string, unknown>): Record<string, string> {
  const values: Record<string, string> = {}
  for (const [key, value] of Object.entries(raw))
    if (typeof value === 'string' && !/password/i.test(key)) values[key] = value
    else if (Array.isArray(value)) values[key] = value.filter((one) => typeof one === 'string').join('\n')
  return values
}
