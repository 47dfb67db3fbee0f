// What every long list has: words for when it is empty, and links to its other pages.

/** What is not there, and what will bring something. */
export function EmptyList({ title, hint }: { title: string; hint: string }) {
  return (
    <div className="empty">
      <p>
        <strong>{title}</strong>
      </p>
      <p>{hint}</p>
    </div>
  )
}

/** Links back to the first page and on to the next; nothing while the list fits on one. `next` is an address or null. */
export function Pager({
  label,
  first,
  next,
}: {
  label: string
  first: { href: string; words: string } | null
  next: { href: string; words: string } | null
}) {
  if (!first && !next) return null
  return (
    <nav className="pager" aria-label={label}>
      {first ? <a href={first.href}>{first.words}</a> : null}
      {next ? <a href={next.href}>{next.words}</a> : null}
    </nav>
  )
}
