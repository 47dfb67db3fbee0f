// "Be a reporter": the invitation at the foot of a page, with the topic already chosen.
import { useWords } from '#app/ui/page/words-context.ts'

/** `topic` is the hub the reader has been reading in. */
export function Invite({ topic = null }: { topic?: { slug: string; name: string } | null }) {
  const { invite } = useWords().reader
  return (
    <aside className="invite" aria-labelledby="invite">
      <h2 id="invite">{invite.title}</h2>
      <p>{topic ? invite.textOnTopic(topic.name) : invite.text}</p>
      <p>
        <a className="button" href={beAReporter(topic?.slug)}>
          {invite.link}
        </a>
      </p>
    </aside>
  )
}

/** The address that explains reporting, with a topic to carry on to the new story. */
export function beAReporter(topic?: string): string {
  return topic ? `/be-a-reporter?topic=${encodeURIComponent(topic)}` : '/be-a-reporter'
}
