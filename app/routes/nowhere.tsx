// Every address that leads nowhere, in the paper's clothes.
import { json, type MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { paperFrame } from '#app/newsroom/press/paper-frame.server.ts'
import { door, notFound } from '#app/routes/door.ts'
import { Paper } from '#app/ui/page/paper.tsx'
import { NothingHere } from '#app/ui/reader/nothing-here.tsx'
import paperCss from '#app/ui/styles/paper.css?url'
import { wordsFor } from '#app/words/words.ts'

export const links = () => [{ rel: 'stylesheet', href: paperCss }]

export const loader = door('public', async ({ context }) => {
  const paper = await paperFrame(context.db)
  return json({ paper }, { status: 404, headers: { 'cache-control': 'no-store' } })
})

export const action = door('public', () => {
  throw notFound()
})

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: wordsFor(data?.paper.outlet.language ?? 'en').reader.missing.title },
  { name: 'robots', content: 'noindex' },
]

export default function Nowhere() {
  const { paper } = useLoaderData<typeof loader>()
  return (
    <Paper paper={paper} here="">
      <NothingHere />
    </Paper>
  )
}
