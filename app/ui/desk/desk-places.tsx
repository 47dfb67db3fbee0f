// The desk's pages side by side: queue, pitches, open calls, live coverage, corrections, figures.
import { useWords } from '#app/ui/page/words-context.ts'

export function DeskPlaces({ here }: { here: 'queue' | 'pitches' | 'calls' | 'live' | 'corrections' | 'figures' }) {
  const { calls, figures, live, tracking } = useWords()
  const places = {
    queue: ['/desk', calls.queue],
    pitches: ['/desk/pitches', calls.inbox.title],
    calls: ['/desk/calls', calls.desk.title],
    live: ['/desk/topics', live.desk.title],
    corrections: ['/desk/corrections', tracking.corrections.title],
    figures: ['/desk/figures', figures.title],
  } as const
  return (
    <nav className="desk-places" aria-label={calls.places}>
      {(Object.keys(places) as (keyof typeof places)[]).map((place) => (
        <a key={place} href={places[place][0]} aria-current={place === here ? 'page' : undefined}>
          {places[place][1]}
        </a>
      ))}
    </nav>
  )
}
