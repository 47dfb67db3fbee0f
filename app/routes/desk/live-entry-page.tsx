// The page of one public live entry, which the door that corrects it and the door that removes it share.
import { useActionData, useLoaderData } from '@remix-run/react'
import { door } from '#app/routes/door.ts'
import { EntryPage } from '#app/ui/desk/live/entry-page.tsx'
import { liveLinks } from '#app/ui/desk/live/live-links.ts'
import type { LiveRefused } from '#app/ui/desk/live/live-refused.ts'
import { titledPage } from '#app/ui/page/head.ts'
import { entryPage } from './live-page.server.ts'

export const links = liveLinks

export const meta = titledPage

export const loader = door('desk', ({ context: { db }, person, field }) =>
  entryPage(db, field('slug'), field('entry'), person),
)

export default function LiveEntry() {
  return <EntryPage page={useLoaderData<typeof loader>()} refused={useActionData<LiveRefused>() ?? null} />
}
