// The outlet's settings: defaults, who may change them, and what is refused.
import { afterAll, expect, test } from 'vitest'
import { outletOf, saveOutlet, sectionsOf } from '#app/newsroom/outlet/outlet.server.ts'
import { newOutlet, outletSettings } from '#app/newsroom/outlet/settings.ts'
import { outlets } from '#db/schema/outlet.ts'
import { castOf, NOON } from '../../cast.ts'
import { closeDatabases, freshDatabase } from '../../newsroom.ts'

afterAll(closeDatabases)

test('an outlet nobody set up has its defaults', async () => {
  const { db } = await freshDatabase()
  expect(await outletOf(db)).toEqual(newOutlet)
  expect(await sectionsOf(db)).toEqual([])
})

test('settings that cannot be read count as not set', async () => {
  const { db } = await freshDatabase()
  await db.transaction((tx) =>
    tx
      .insert(outlets)
      .values({ id: 1, settings: { name: 7, timeZone: 'Moon/Sea' }, updatedAt: NOON })
      .returning(),
  )
  expect(await outletOf(db)).toEqual(newOutlet)
})

test('an admin saves settings, an editor does not', async () => {
  const { db } = await freshDatabase()
  const { admin, editor } = await castOf(db)
  const settings = { ...newOutlet, name: 'Another Courier', accent: 'blue' as const }
  expect(await saveOutlet(db, settings, editor, NOON)).toEqual({ ok: false, because: 'not-allowed' })
  expect((await outletOf(db)).name).toBe('The Test Courier')
  expect(await saveOutlet(db, settings, admin, NOON)).toEqual({ ok: true })
  expect(await outletOf(db)).toEqual(settings)
})

test('a social link is a web address, a time zone exists, a colour is one of the paper’s', () => {
  const accepts = (settings: unknown) => outletSettings.safeParse(settings).success
  expect(accepts({ social: [{ name: 'Site', url: 'https://social.example.org/@courier' }] })).toBe(true)
  expect(accepts({ social: [{ name: 'Site', url: 'javascript:alert(1)' }] })).toBe(false)
  expect(accepts({ social: [{ name: 'Site', url: '//example.org' }] })).toBe(false)
  expect(accepts({ timeZone: 'Europe/Atlantis' })).toBe(false)
  expect(accepts({ accent: '#ff0000' })).toBe(false)
  expect(accepts({ unknown: true })).toBe(false)
})
