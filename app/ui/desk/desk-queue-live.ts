// The queue's page while it is open: counts, who has what open, and one quiet line; the list itself stays as it was drawn.
import { listen } from '#app/ui/page/listen.ts'

type QueueFacts = { news: string; counts: Record<string, string>; here: Record<string, string> }

/** `data-queue` is the question of the page, `data-since` the latest move when it was drawn. */
export function listenToQueue(queue: HTMLElement): void {
  const news = queue.querySelector<HTMLElement>('[data-news]')
  const show = queue.querySelector<HTMLElement>('[data-show]')
  const query = new URLSearchParams(queue.dataset.queue)
  query.delete('after')
  query.set('since', queue.dataset.since ?? '0')

  listen(`/desk/events?${query}`, (told) => {
    const facts = told as QueueFacts
    for (const tally of document.querySelectorAll<HTMLElement>('[data-tab]'))
      write(tally, facts.counts[tally.dataset.tab ?? ''])
    for (const mark of document.querySelectorAll<HTMLElement>('[data-here]'))
      write(mark, facts.here[mark.dataset.here ?? ''])
    if (news) write(news, facts.news)
    if (show) show.hidden = !facts.news
  })
}

// Only what differs is written, or screen readers would hear the same again.
function write(element: HTMLElement, text = '') {
  if (element.textContent !== text) element.textContent = text
}
