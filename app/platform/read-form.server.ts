// Reads a posted form or JSON body against one zod schema: typed values, or faults by field with what was typed kept.
import { z } from 'zod'

/** A fault of one field; `field` is '' when it concerns the whole form. */
export type FieldFault = { field: string; message: string }

export type FormRead<T> = { ok: true; value: T } | { ok: false; faults: FieldFault[]; values: Record<string, string> }

/**
 * Reads `request`'s body (urlencoded, multipart or JSON object) and parses it.
 * Repeated form fields become arrays when the schema wants an array. Passwords are never given back in `values`.
 */
export async function readForm<S extends z.ZodObject>(request: Request, schema: S): Promise<FormRead<z.infer<S>>> {
  const raw = await bodyOf(request, schema)
  if (raw === null)
    return { ok: false, faults: [{ field: '', message: 'The form could not be read. Please try again.' }], values: {} }
  const parsed = schema.safeParse(raw)
  if (parsed.success) return { ok: true, value: parsed.data }
  return {
    ok: false,
    faults: parsed.error.issues.map((issue) => ({ field: issue.path.map(String).join('.'), message: issue.message })),
    values: typedValues(raw),
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
  return values
}
