// What an open page of the desk is told while it is open, in the words of its reader.
import { deskNews } from '#app/newsroom/desk/live.server.ts'
import { presentNow, type Standing } from '#app/newsroom/desk/presence.server.ts'
import type { Presence } from '#app/newsroom/desk/presence.ts'
import { queueCounts } from '#app/newsroom/desk/queue-counts.server.ts'
import { type QueueFilter, type QueueTab, tabNames } from '#app/newsroom/desk/review-queue.ts'
import type { Person } from '#app/newsroom/people/person.ts'
import { shownTally } from '#app/ui/desk/tally.ts'
import { type Words, wordsFor } from '#app/words/words.ts'

type Reader = Parameters<typeof deskNews>[0]

/** `news` is empty while nothing is new; `here` says by public id who has a story open. */
export type QueueFacts = { news: string; counts: Record<QueueTab, string>; here: Record<string, string> }

/** For a page of the queue that was drawn when `since` was the latest move. */
export async function queueFacts(
  db: Reader,
  asked: QueueFilter & { tab: QueueTab; since: number },
  who: Person,
  when: Date,
): Promise<QueueFacts> {
  const words = wordsFor(who.language)
  const [{ fresh, moved }, counts, present] = [
    await deskNews(db, asked, who),
    await queueCounts(db, asked, who),
    await presentNow(db, who, when),
  ]
  const { live } = words.queue
  const news = [fresh > 0 ? live.fresh(fresh) : '', moved > 0 ? live.moved(moved) : ''].filter(Boolean).join(' · ')
  return {
    news,
    counts: Object.fromEntries(tabNames.map((tab) => [tab, shownTally(counts[tab], words)])) as QueueFacts['counts'],
    here: Object.fromEntries([...present].map(([publicId, people]) => [publicId, saidOf(people, words)])),
  }
}

/** `said`: what happened to the story since the page was drawn; `warn`: what to know before typing. */
export type StoryFacts = { here: string; warn: string; said: string }

/** What the page of a story was drawn with. */
export type DrawnStory = { held: boolean; state: string; version: number }

export function storyFacts(
  { holder, state, version, here }: Standing,
  drawn: DrawnStory,
  language: string,
): StoryFacts {
  const words = wordsFor(language)
  const { presence } = words.queue
  return {
    here: saidOf(here, words),
    warn: here.some(({ doing }) => doing === 'editing') ? presence.beforeTyping : '',
    said: whatHappened(),
  }

  function whatHappened(): string {
    if (drawn.held && !holder?.me) return holder ? presence.takenOver(holder.name) : presence.noLonger
    if (!drawn.held && holder?.me) return presence.yours
    if (drawn.state && state !== drawn.state) return presence.moved(words.workflow.states[state])
    return !holder?.me && drawn.version > 0 && version > drawn.version ? presence.changed : ''
  }
}

function saidOf(people: readonly Presence[], { queue: { presence } }: Words): string {
  return people.map(({ name, doing }) => presence[doing](name)).join(' · ')
}
