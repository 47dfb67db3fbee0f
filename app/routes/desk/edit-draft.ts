// Saves the desk's edit for its screen: PUT /desk/stories/:id/draft.
import { json } from '@remix-run/node'
import type { z } from 'zod'
import { type DeskEdited, type deskEditInput, editCopy } from '#app/newsroom/desk/desk-edit.server.ts'
import { door, notFound } from '#app/routes/door.ts'
import { wordsFor } from '#app/words/words.ts'
import { spokenEditFaults } from './edit-faults.ts'

export const loader = door('desk', () => {
  throw json({ because: 'method-not-allowed' }, { status: 405, headers: { allow: 'PUT' } })
})

export const action = door('desk', async ({ request, context, person, field }) => {
  // A window that somebody else signed in beside: its words are not theirs, so it is told to ask for its own editor.
  const writer = request.headers.get('x-writer')
  if (writer !== null && writer !== person.publicId) throw json({ because: 'somebody-else' }, { status: 401 })
  const allowed = await context.limits.take('save', person.publicId)
  if (!allowed.ok) {
    const headers = { 'retry-after': String(allowed.retryAfterSeconds) }
    return json({ because: 'too-often' }, { status: 429, headers })
  }
  const body: unknown = await request.json().catch(() => undefined)
  if (typeof body !== 'object' || body === null || Array.isArray(body))
    throw json({ because: 'bad-request' }, { status: 400 })
  const unread = body as z.input<typeof deskEditInput>
  return answerTo(await editCopy(context.db, field('id'), unread, person, context.now), person.language)
})

function answerTo(edited: DeskEdited, language: string) {
  if (edited.ok) return json({ version: edited.version, savedAt: edited.savedAt.toISOString(), hash: edited.hash })
  switch (edited.because) {
    case 'not-found':
      throw notFound()
    case 'not-holder':
      return json({ because: edited.because, by: edited.holder }, { status: 403 })
    case 'not-in-review':
      return json({ because: edited.because, version: edited.version, theirs: null }, { status: 409 })
    case 'changed': {
      const { because, version, theirs, yours } = edited
      return json({ because, version, theirs, yours }, { status: 409 })
    }
    case 'faults':
      return json({ because: 'faults', faults: spokenEditFaults(edited.faults, wordsFor(language)) }, { status: 422 })
  }
}
