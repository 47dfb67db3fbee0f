// The page of one public live entry, which the door that corrects it and the door that removes it share.
import { useActionData, useLoaderData } from '@remix-run/react'
import { EntryPage, type EntryPageData } from '#app/ui/desk/live/entry-page.tsx'
import { liveLinks } from '#app/ui/desk/live/live-links.ts'
import type { LiveRefused } from '#app/ui/desk/live/live-refused.ts'
import { titledPage } from '#app/ui/page/head.ts'

export const links = liveLinks

export const meta = titledPage

export default function LiveEntry() {
  return <EntryPage page={useLoaderData<EntryPageData>()} refused={useActionData<LiveRefused>() ?? null} />
}
