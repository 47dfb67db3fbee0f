// Saves a draft for the writing page: PUT /my/stories/:id/draft.
import { json } from '@remix-run/node'
import { saveDraft } from '#app/newsroom/story/drafts.server.ts'
import { door, notFound } from '#app/routes/door.ts'
import { wordsFor } from '#app/words/words.ts'
import { spokenFaults } from './draft-faults.ts'

export const loader = door('contributor', () => {
  throw json({ because: 'method-not-allowed' }, { status: 405, headers: { allow: 'PUT' } })
})

export const action = door('contributor', async ({ request, context, person, field }) => {
  const words = wordsFor(person.language).contributor.saveRefusals
  // A window that somebody else signed in beside: its words are not theirs, so it is told to ask for its own writer.
  const writer = request.headers.get('x-writer')
  if (writer !== null && writer !== person.publicId) throw json({ because: 'somebody-else' }, { status: 401 })
  const allowed = await context.limits.take('save', person.publicId)
  if (!allowed.ok) {
    const headers = { 'retry-after': String(allowed.retryAfterSeconds) }
    return json({ because: 'too-often', message: words['too-often'] }, { status: 429, headers })
  }
  const draft: unknown = await request.json().catch(() => undefined)
  if (draft === undefined) throw json({ because: 'bad-request' }, { status: 400 })
  const saved = await saveDraft(context.db, field('id'), draft, person, context.now)
  if (saved.ok) {
    const { version, savedAt, suggestedLanguage } = saved
    return json({ version, savedAt: savedAt.toISOString(), ...(suggestedLanguage ? { suggestedLanguage } : {}) })
  }
  switch (saved.because) {
    case 'not-found':
      throw notFound()
    case 'not-editable': {
      const { version, because } = saved
      return json({ version, theirs: null, because, message: words[because] }, { status: 409 })
    }
    case 'conflict':
      return json({ version: saved.version, theirs: saved.theirs, yours: saved.yours }, { status: 409 })
    case 'faults':
      return json({ faults: spokenFaults(saved.faults, wordsFor(person.language)) }, { status: 422 })
  }
})
