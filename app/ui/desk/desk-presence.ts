// A story's page while it is open: says that somebody is here, keeps the holder's claim, and tells what happens meanwhile.
import { BEAT_EVERY_MS } from '#app/newsroom/desk/presence.ts'
import { listen } from '#app/ui/page/listen.ts'

type StoryFacts = { here: string; warn: string; said: string }

/** Fills the element, and beats while the page is seen. The words of the sentences come from the house. */
export function keepPresence(place: HTMLElement): void {
  const { presence: doing = 'reading', story = '', held = '', state = '', version = '0' } = place.dataset
  const drawn = { held, state, version }
  const address = `/desk/stories/${story}/presence`
  const lines = { said: line('said'), here: line('here'), warn: line('warn') }
  const reload = document.createElement('a')
  reload.href = location.pathname + location.search
  reload.textContent = place.dataset.reload ?? ''

  function line(name: string): HTMLElement {
    const made = document.createElement('p')
    made.className = name
    made.hidden = true
    place.append(made)
    return made
  }

  function tell(told: unknown) {
    const facts = told as StoryFacts
    for (const name of ['said', 'here', 'warn'] as const) {
      const text = facts[name] ?? ''
      if (lines[name].dataset.text === text) continue
      lines[name].dataset.text = text
      lines[name].textContent = text
      lines[name].hidden = !text
      if (name === 'said' && text) lines.said.append(' ', reload)
    }
  }

  async function beat() {
    if (document.visibilityState !== 'visible') return
    const body = new URLSearchParams({ doing, ...drawn })
    const answer = await fetch(address, { method: 'POST', body }).catch(() => null)
    if (answer?.ok) tell(await answer.json())
  }

  addEventListener('pagehide', () => navigator.sendBeacon(address, new URLSearchParams({ doing: 'left' })))
  document.addEventListener('visibilitychange', beat)
  window.setInterval(beat, BEAT_EVERY_MS)
  void beat()
  listen(`/desk/events?${new URLSearchParams({ story, ...drawn })}`, tell)
}
