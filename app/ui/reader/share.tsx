// Ways to pass a story on: plain links that load nothing and tell nobody before they are followed.
import { useWords } from '#app/ui/page/words-context.ts'

/** `url` is the story's whole address. */
export function Share({ headline, url }: { headline: string; url: string }) {
  const { story } = useWords().reader
  return (
    <section className="share" aria-labelledby="share">
      <h2 id="share">{story.share}</h2>
      <ul>
        {waysToShare(headline, url).map(({ by, href }) => (
          <li key={by}>
            <a href={href} rel="nofollow noopener noreferrer">
              {story.shareBy[by]}
            </a>
          </li>
        ))}
      </ul>
      <p className="address">
        <span className="only-heard">{story.address}</span> <code dir="ltr">{url}</code>
      </p>
    </section>
  )
}

function waysToShare(headline: string, url: string) {
  const text = encodeURIComponent(headline)
  const address = encodeURIComponent(url)
  const both = encodeURIComponent(`${headline} ${url}`)
  return [
    { by: 'email', href: `mailto:?subject=${text}&body=${both}` },
    { by: 'whatsapp', href: `https://wa.me/?text=${both}` },
    { by: 'telegram', href: `https://t.me/share/url?url=${address}&text=${text}` },
    { by: 'facebook', href: `https://www.facebook.com/sharer/sharer.php?u=${address}` },
    { by: 'x', href: `https://x.com/intent/post?url=${address}&text=${text}` },
    { by: 'bluesky', href: `https://bsky.app/intent/compose?text=${both}` },
  ] as const
}
