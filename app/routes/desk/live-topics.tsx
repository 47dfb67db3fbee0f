// /desk/topics: every topic, those that are covered live first, with what waits there.
import { useLoaderData } from '@remix-run/react'
import { topicsAtDesk } from '#app/newsroom/desk/live-desk.server.ts'
import { door } from '#app/routes/door.ts'
import { DeskPlaces } from '#app/ui/desk/desk-places.tsx'
import { liveLinks } from '#app/ui/desk/live/live-links.ts'
import { TopicList } from '#app/ui/desk/live/topic-list.tsx'
import { titledPage } from '#app/ui/page/head.ts'
import { useWords } from '#app/ui/page/words-context.ts'
import { Workspace } from '#app/ui/page/workspace.tsx'
import { wordsFor } from '#app/words/words.ts'

export const links = liveLinks

export const loader = door('desk', async ({ context, person }) => {
  const { name, role, confirmed, language } = person
  const topics = await topicsAtDesk(context.db)
  return { person: { name, role, confirmed }, title: wordsFor(language).live.desk.title, topics }
})

export const meta = titledPage

export default function LiveTopics() {
  const { person, title, topics } = useLoaderData<typeof loader>()
  const words = useWords().live.desk
  return (
    <Workspace person={person} here="desk" title={title}>
      <DeskPlaces here="live" />
      <p className="lead">{words.lead}</p>
      <TopicList topics={topics} />
    </Workspace>
  )
}
