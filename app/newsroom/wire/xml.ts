// Text made safe for XML 1.0: the one escaper of everything that leaves the house as XML.

/** Escapes for element content and attribute values; characters that XML 1.0 forbids are dropped. */
export function xmlText(text: string): string {
  return legal(text)
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll("'", '&apos;')
}

/** One element with text in it; `name` is ours and not escaped. */
export function xmlElement(name: string, text: string): string {
  return `<${name}>${xmlText(text)}</${name}>`
}

/** A CDATA section around markup. `]]>` inside is split over two sections, so nothing can end it early. */
export function xmlCdata(markup: string): string {
  return `<![CDATA[${legal(markup).replaceAll(']]>', ']]]]><![CDATA[>')}]]>`
}

// Char ::= #x9 | #xA | #xD | [#x20-#xD7FF] | [#xE000-#xFFFD] | [#x10000-#x10FFFF]; half a surrogate pair is none.
function legal(text: string): string {
  return text.replace(/[^\t\n\r\u{20}-\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]/gu, '')
}
