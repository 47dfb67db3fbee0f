// Taking a story over is a hand-over to oneself: for the holder's chief, with words, and told to the one it is taken from.
import { eq } from 'drizzle-orm'
import { afterAll, beforeEach, expect, test } from 'vitest'
import { editPage } from '#app/newsroom/desk/edit-page.server.ts'
import type { Database } from '#db/client.ts'
import { letters } from '#db/schema/letters.ts'
import { type Cast, castOf, move, storyIn } from '../../cast.ts'
import { closeDatabases, freshDatabase } from '../../newsroom.ts'

let db: Database
let cast: Cast
beforeEach(async () => {
  db = (await freshDatabase()).db
  cast = await castOf(db)
})
afterAll(closeDatabases)

const told = async (kind: 'taken-over' | 'handed-over') => {
  const rows = await db.select({ to: letters.toPersonId }).from(letters).where(eq(letters.kind, kind))
  return rows.map(({ to }) => to)
}

test('the chief takes a story over, and its former holder is told; another editor may not, nor without words', async () => {
  const story = await storyIn(db, cast, 'in_review')
  const toMe = (who: Cast['editor'], deskNote = 'The deadline is at noon.') =>
    move(db, cast, who, story, 'handOver', { to: who.publicId, deskNote })
  expect(await toMe(cast.otherEditor)).toMatchObject({ ok: false })
  expect(await toMe(cast.admin, '')).toMatchObject({ ok: false })
  expect(await editPage(db, story, cast.otherEditor)).toMatchObject({ because: 'held', mayTakeOver: false })
  expect(await editPage(db, story, cast.admin)).toMatchObject({ because: 'held', mayTakeOver: true })

  expect(await toMe(cast.admin)).toMatchObject({ ok: true })
  expect(await editPage(db, story, cast.admin)).toMatchObject({ ok: true })
  expect(await editPage(db, story, cast.editor)).toMatchObject({ because: 'held', holder: cast.admin.name })
  expect([await told('taken-over'), await told('handed-over')]).toEqual([[cast.editor.id], []])
})

test('who hands over what they hold gets no letter; who gets it does', async () => {
  const story = await storyIn(db, cast, 'in_review')
  await move(db, cast, cast.editor, story, 'handOver', { to: cast.otherEditor.publicId, deskNote: 'Yours.' })
  expect([await told('taken-over'), await told('handed-over')]).toEqual([[], [cast.otherEditor.id]])
})
