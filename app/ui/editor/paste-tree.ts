// Small moves on a parsed page: unwrap, rename, ask what is a block. The steps that clean pasted HTML are made of them.

const BLOCKS =
  'p, div, ul, ol, li, table, tr, td, th, blockquote, pre, h1, h2, h3, h4, h5, h6, hr, section, article, header, footer, figure, dl, dt, dd, body'

/** The element's children in its place. */
export function unwrap(element: Element): void {
  element.replaceWith(...element.childNodes)
}

/** The same content under another tag; the old element is gone. */
export function renamed(element: Element, tag: string): HTMLElement {
  const other = element.ownerDocument.createElement(tag)
  other.append(...element.childNodes)
  element.replaceWith(other)
  return other
}

/** Whether anything inside is a block of its own. */
export function hasBlocks(element: Element): boolean {
  return element.querySelector(BLOCKS) !== null
}

/** The block around a node, or the node itself when it is one. */
export function blockOf(element: Element): Element {
  return element.closest(BLOCKS) ?? element.ownerDocument.body
}

/** Whether a reader sees nothing of it. */
export function isBlank(node: Node): boolean {
  return !/[^\s\u00A0\u00AD\u200B\u2060\uFEFF]/.test(node.textContent ?? '')
}
