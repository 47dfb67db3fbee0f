// The house's own words on a page: a policy, a hub's background.

/** Under a heading of its own; nothing at all when there is nothing to say. `html` is of short-text.ts. */
export function HouseText({ title, html }: { title: string; html: string }) {
  if (html === '') return null
  return (
    <section>
      <h2>{title}</h2>
      <HouseHtml html={html} />
    </section>
  )
}

/** `html` is of short-text.ts and of nothing else. */
export function HouseHtml({ html }: { html: string }) {
  return (
    // biome-ignore lint/security/noDangerouslySetInnerHtml: render-copy made it of checked copy, and escapes every text
    <div className="house-text" dir="auto" dangerouslySetInnerHTML={{ __html: html }} />
  )
}
