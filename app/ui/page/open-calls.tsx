// What the desk is looking for, each call with its way to write about it.
import type { OpenCall } from '#app/newsroom/story/call.ts'
import { Instant } from './instant.tsx'
import { useWords } from './words-context.ts'

export type ShownCall = Pick<OpenCall, 'slug' | 'title' | 'text' | 'closesAt'>

/** `signedIn`: the button begins the story at once; else it leads by way of signing in. */
export function OpenCalls({ calls, signedIn }: { calls: readonly ShownCall[]; signedIn: boolean }) {
  const words = useWords().calls
  if (calls.length === 0) return null
  return (
    <section className="open-calls" aria-labelledby="open-calls">
      <h2 id="open-calls">{words.lookingFor}</h2>
      <ul>
        {calls.map((call) => (
          <li key={call.slug}>
            <h3 dir="auto">{call.title}</h3>
            <p dir="auto">{call.text}</p>
            <div className="call-foot">
              {signedIn ? (
                <form method="post" action="/my/stories/new">
                  <input type="hidden" name="call" value={call.slug} />
                  <button type="submit" className="button small" aria-label={words.writeAbout(call.title)}>
                    {words.write}
                  </button>
                </form>
              ) : (
                <a
                  className="button small"
                  href={`/my/stories/new?call=${encodeURIComponent(call.slug)}`}
                  aria-label={words.writeAbout(call.title)}
                >
                  {words.write}
                </a>
              )}
              {call.closesAt ? (
                <span className="quiet small">
                  {words.until} <Instant at={call.closesAt} style="date" />
                </span>
              ) : null}
            </div>
          </li>
        ))}
      </ul>
    </section>
  )
}
