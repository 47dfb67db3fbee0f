// The script of a hub that is covered live: says quietly that there are new entries, and puts them in when asked to.
import { listen } from '#app/ui/page/listen.ts'

type News = { open: boolean; entries: [id: string, version: number][] }

const ASK_EVERY_MS = 60_000

const live = document.querySelector<HTMLElement>('[data-live]')
const bar = live?.querySelector<HTMLElement>('[data-bar]')
if (live && bar) follow(live, bar)

function follow(live: HTMLElement, bar: HTMLElement) {
  const sentences = JSON.parse(live.dataset.news ?? '[]') as string[]
  let latest: News | null = null

  const stop = listen(live.dataset.live ?? '', tell, ASK_EVERY_MS)

  function tell(told: unknown) {
    latest = told as News
    if (!latest.open) stop()
    say(sentenceOf(latest))
  }

  function sentenceOf(news: News): string {
    if (!news.open) return live.dataset.closed ?? ''
    const { fresh, edited } = differences(news)
    if (fresh > 0) return sentences[Math.min(fresh, sentences.length) - 1] ?? ''
    return edited ? (live.dataset.edited ?? '') : ''
  }

  // What is further down than the last entry that is shown belongs to the next page, not to what is new.
  function differences({ entries }: News) {
    const known = entries.map(([id]) => shown(id))
    const last = known.findLastIndex((element) => element !== null)
    const upTo = last < 0 ? entries.length : last
    return {
      fresh: known.slice(0, upTo).filter((element) => element === null).length,
      edited: entries.some(([, version], at) => known[at] && known[at].dataset.version !== String(version)),
    }
  }

  // The bar lies over the page and takes no room in it: nothing that is being read moves.
  function say(sentence: string) {
    const before = bar.querySelector('button')
    if (sentence === '') return before?.remove()
    if (before) {
      if (before.textContent !== sentence) before.textContent = sentence
      return
    }
    const button = document.createElement('button')
    button.type = 'button'
    button.textContent = sentence
    button.addEventListener('click', () => show().catch(() => location.reload()))
    bar.append(button)
  }

  async function show() {
    if (latest && !latest.open) return location.reload()
    const answer = await fetch(location.pathname, { cache: 'no-cache' })
    const page = new DOMParser().parseFromString(await answer.text(), 'text/html')
    const fresh = page.querySelector<HTMLElement>('[data-live]')
    if (!answer.ok || !fresh) return location.reload()
    const first = putIn(fresh)
    for (const part of ['[data-moments]', '[data-pinned]']) {
      const [mine, theirs] = [live.querySelector(part), fresh.querySelector(part)]
      if (mine && theirs) mine.replaceWith(theirs)
    }
    live.querySelector('.nothing')?.remove()
    say(latest ? sentenceOf(latest) : '')
    if (!first) return
    first.tabIndex = -1
    first.focus({ preventScroll: true })
    const still = matchMedia('(prefers-reduced-motion: reduce)').matches
    first.scrollIntoView({ block: 'start', behavior: still ? 'auto' : 'smooth' })
  }

  /** Puts new entries at their places and changed ones in place of the old; gives the newest of the new. */
  function putIn(fresh: HTMLElement): HTMLElement | null {
    const list = live.querySelector('[data-entries]')
    let place: Element | null = null
    let first: HTMLElement | null = null
    for (const entry of [...fresh.querySelectorAll<HTMLElement>('[data-entries] > li')]) {
      const old = document.getElementById(entry.id)
      if (old?.dataset.version === entry.dataset.version) {
        place = old
        continue
      }
      const mine = document.adoptNode(entry)
      if (old) old.replaceWith(mine)
      else {
        mine.classList.add('fresh')
        if (place) place.after(mine)
        else list?.prepend(mine)
        first ??= mine
      }
      place = mine
    }
    return first
  }

  function shown(id: string): HTMLElement | null {
    return document.getElementById(`entry-${id}`)
  }
}
