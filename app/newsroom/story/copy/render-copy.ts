// Copy as HTML: for pages and for feeds. Total: whatever it is given, it answers with a page and never throws.
import type { Copy, CopyAttributes, CopyMark, CopyNode } from './check-copy.ts'
import { printedDateline } from './dateline-words.ts'
import { embedLink } from './embed-services.ts'
import { type RenderWords, renderDay, renderWordsFor, usualLabel } from './render-words.ts'
import { webAddress } from './web-address.ts'

/** A picture as a page shows it: sizes in pixels, one source a file type, the addresses ready to print. */
export type PictureLook = {
  alt?: string
  width: number
  height: number
  sources: { type: string; srcset: string }[]
  src: string
  /** The terms under which readers may use it, printed after the credit. */
  licence?: { name: string; url: string } | null
}

/** What the copy names by id and somebody else knows; null for what does not exist or may not be shown. */
export type Lookups = {
  picture(id: string): PictureLook | null
  story(ref: string): { title: string; url: string } | null
  topic(id: string): { title: string; url: string } | null
}

/** `agency` is printed in a dateline that names none; `language` is the story's: what is added is said in it. */
export type RenderOptions = {
  agency?: string
  language?: string
  /** The house's own words, which vouches for where their links lead. */
  own?: boolean
}

const LINK_REL = 'ugc nofollow noopener noreferrer'
const OWN_LINK_REL = 'noopener noreferrer'
// How wide the paper's page draws a picture (app/ui/styles/paper.css).
const PICTURE_SIZES = {
  inline: '(min-width: 42rem) 38rem, calc(100vw - 2rem)',
  wide: '(min-width: 74rem) 53rem, (min-width: 66rem) calc(100vw - 20.5rem), (min-width: 42rem) 38rem, 100vw',
}

/** The copy as HTML for a page of ours. */
export function renderCopy(copy: Copy, lookups: Lookups, options: RenderOptions = {}): string {
  return printed(copy, { ...pageDress(options), lookups, agency: options.agency ?? '', pictures: 0 })
}

/** The copy as plain HTML for feeds and other systems: absolute addresses, no classes, nothing that loads a script. */
export function renderFeedCopy(copy: Copy, lookups: Lookups, siteUrl: string, options: RenderOptions = {}): string {
  return printed(copy, { ...pageDress(options), lookups, agency: options.agency ?? '', pictures: 0, site: siteUrl })
}

/** Text made safe for HTML and XML content and for quoted attributes. The only escaper there is. */
export function escapeHtml(text: unknown): string {
  const plain = typeof text === 'string' ? text : text === null || text === undefined ? '' : String(text)
  return NEEDS_ESCAPE.test(plain) ? plain.replace(EACH_ESCAPE, escapeOne) : plain
}

const NEEDS_ESCAPE = /[&<>"']/
const EACH_ESCAPE = /[&<>"']/g

function escapeOne(character: string): string {
  switch (character) {
    case '&':
      return '&amp;'
    case '<':
      return '&lt;'
    case '>':
      return '&gt;'
    case '"':
      return '&quot;'
    default:
      return '&#39;'
  }
}

/** What one rendering carries along; `site` is set for feeds. */
type Press = {
  lookups: Lookups
  agency: string
  language: string
  words: RenderWords
  pictures: number
  site?: string
  linkRel: string
}

function pageDress({ language = 'en', own }: RenderOptions): Pick<Press, 'language' | 'words' | 'linkRel'> {
  return { language, words: renderWordsFor(language), linkRel: own ? OWN_LINK_REL : LINK_REL }
}

function printed(copy: Copy, press: Press): string {
  try {
    const content = copy.content
    const first = content[0]
    if (first?.type !== 'dateline') return blocks(content, 0, press)
    const dateline = datelineHtml(first, press)
    const next = content[1]
    if (dateline === '') return blocks(content, 1, press)
    if (next?.type !== 'paragraph') return `<p>${dateline}</p>${blocks(content, 1, press)}`
    return `<p>${dateline} ${inline(next.content, press)}</p>${blocks(content, 2, press)}`
  } catch {
    return cannotBeShown(press)
  }
}

function datelineHtml(node: CopyNode, press: Press): string {
  const place = textOf(node.attrs?.place)
  const words = printedDateline({ place, agency: textOf(node.attrs?.agency) || press.agency })
  if (place === '' || words === '') return ''
  return press.site === undefined ? `<span class="dateline">${escapeHtml(words)}</span>` : escapeHtml(words)
}

function cannotBeShown(press: Press): string {
  return `<p>${escapeHtml(press.words.cannotBeShown)}</p>`
}

// ---- blocks ----------------------------------------------------------------------------------------------------------

function blocks(nodes: readonly CopyNode[] | undefined, from: number, press: Press): string {
  let html = ''
  if (nodes === undefined) return html
  if (!Array.isArray(nodes)) throw new TypeError('content must be a list')
  for (let index = from; index < nodes.length; index++) html += blockOrApology(nodes[index], press)
  return html
}

/** One damaged block costs itself and not the page. */
function blockOrApology(node: CopyNode | undefined, press: Press): string {
  try {
    return (node === undefined ? null : block(node, press)) ?? cannotBeShown(press)
  } catch {
    return cannotBeShown(press)
  }
}

function block(node: CopyNode, press: Press): string | null {
  switch (node.type) {
    case 'paragraph':
      return wrapped('p', inline(node.content, press))
    case 'heading':
      return wrapped(node.attrs?.level === 3 ? 'h3' : 'h2', inline(node.content, press))
    case 'bulletList':
      return `<ul>${blocks(node.content, 0, press)}</ul>`
    case 'orderedList':
      return `<ol${startOf(node.attrs)}>${blocks(node.content, 0, press)}</ol>`
    case 'listItem':
      return `<li>${itemHtml(node, press)}</li>`
    case 'blockquote':
      return quoteHtml(node, press)
    case 'horizontalRule':
      return '<hr>'
    case 'figure':
      return figureHtml(node, press)
    case 'pullQuote':
      return pullQuoteHtml(node, press)
    case 'factBox':
      return factBoxHtml(node, press)
    case 'related':
      return relatedHtml(node, press)
    case 'embed':
      return embedHtml(node, press)
    case 'correction':
      return correctionHtml(node, press)
    default:
      return null
  }
}

/** Nothing for nothing: an empty paragraph is a gap to the eye, an empty heading a trap for a screen reader. */
function wrapped(tag: string, inside: string): string {
  return inside === '' ? '' : `<${tag}>${inside}</${tag}>`
}

function startOf(attrs: CopyAttributes | undefined): string {
  const start = attrs?.start
  return typeof start === 'number' && Number.isInteger(start) && start !== 1 ? ` start="${start}"` : ''
}

function itemHtml(node: CopyNode, press: Press): string {
  const only = node.content?.length === 1 ? node.content[0] : undefined
  return only?.type === 'paragraph' ? inline(only.content, press) : blocks(node.content, 0, press)
}

function quoteHtml(node: CopyNode, press: Press): string {
  const source = textOf(node.attrs?.source)
  const cite = webAddress(node.attrs?.cite)
  const quote = `<blockquote${cite === null ? '' : ` cite="${escapeHtml(cite)}"`}>${blocks(node.content, 0, press)}</blockquote>`
  if (source === '' && cite === null) return quote
  const name = escapeHtml(source === '' ? cite : source)
  const named = cite === null ? name : `${linkOpen(cite, press)}${name}</a>`
  if (press.site !== undefined) return `${quote}<p>— ${named}</p>`
  return `<figure class="quote">${quote}<figcaption>${named}</figcaption></figure>`
}

function figureHtml(node: CopyNode, press: Press): string | null {
  const attrs = node.attrs
  const picture = press.lookups.picture(textOf(attrs?.pictureId))
  if (picture === null) return null
  const alt = attrs?.decorative === true ? '' : textOf(attrs?.alt) || (picture.alt ?? '')
  const caption = inline(node.content, press)
  const credit = textOf(attrs?.credit)
  const terms = licenceHtml(picture, press)
  if (press.site !== undefined) {
    const under = [caption, escapeHtml(credit), terms].filter((part) => part !== '').join(' ')
    if (attrs?.graphic === true)
      return `<p>${escapeHtml(press.words.graphicLeftOut)}${under === '' ? '' : ` ${under}`}</p>`
    const image = imageHtml(picture, alt, press)
    return `<figure>${image}${under === '' ? '' : `<figcaption>${under}</figcaption>`}</figure>`
  }
  const layout = layoutOf(attrs?.layout)
  const sizes = layout === 'inline' ? PICTURE_SIZES.inline : PICTURE_SIZES.wide
  const image = imageHtml(picture, alt, press, sizes, attrs?.graphic === true)
  const credits = [escapeHtml(credit), terms].filter((part) => part !== '').join(' · ')
  const creditHtml = credits === '' ? '' : `<span class="credit">${credits}</span>`
  const under = caption === '' || creditHtml === '' ? caption + creditHtml : `${caption} ${creditHtml}`
  const figcaption = under === '' ? '' : `<figcaption>${under}</figcaption>`
  const shown = attrs?.graphic === true ? coveredHtml(image, press) : image
  return `<figure class="picture picture-${layout}">${shown}${figcaption}</figure>`
}

/** Covered until somebody opens it. Closed, no browser, printer or reading view draws it: no style has to hide it. */
function coveredHtml(image: string, press: Press): string {
  return `<details class="graphic"><summary>${escapeHtml(press.words.showGraphic)}</summary>${image}</details>`
}

function licenceHtml({ licence }: PictureLook, press: Press): string {
  const url = webAddress(licence?.url)
  if (!licence || url === null) return ''
  const rel = press.site === undefined ? ' rel="license noopener noreferrer"' : ''
  return `<a href="${escapeHtml(url)}"${rel}>${escapeHtml(licence.name)}</a>`
}

function imageHtml(picture: PictureLook, alt: string, press: Press, sizes = '', isCovered = false): string {
  const size = `width="${Math.round(Number(picture.width)) || 0}" height="${Math.round(Number(picture.height)) || 0}"`
  const tag = `<img src="${escapeHtml(absolute(picture.src, press))}" alt="${escapeHtml(alt)}" ${size}`
  if (press.site !== undefined) return `${tag}>`
  press.pictures += 1
  let sources = ''
  for (const { type, srcset } of picture.sources)
    sources += `<source type="${escapeHtml(type)}" srcset="${escapeHtml(srcset)}" sizes="${sizes}">`
  const later = press.pictures > 1 || isCovered ? ' loading="lazy"' : ''
  return `<picture>${sources}${tag}${later} decoding="async"></picture>`
}

function layoutOf(layout: unknown): string {
  return layout === 'wide' || layout === 'full' ? layout : 'inline'
}

function pullQuoteHtml(node: CopyNode, press: Press): string {
  const attribution = textOf(node.attrs?.attribution)
  const quote = `<blockquote><p>${inline(node.content, press)}</p></blockquote>`
  if (press.site !== undefined) return attribution === '' ? quote : `${quote}<p>— ${escapeHtml(attribution)}</p>`
  const under = attribution === '' ? '' : `<figcaption>${escapeHtml(attribution)}</figcaption>`
  return `<figure class="pull-quote">${quote}${under}</figure>`
}

function factBoxHtml(node: CopyNode, press: Press): string {
  const kind = node.attrs?.kind === 'facts' || node.attrs?.kind === 'timeline' ? node.attrs.kind : 'background'
  const title = textOf(node.attrs?.title)
  const inside = (title === '' ? '' : `<h2>${escapeHtml(title)}</h2>`) + blocks(node.content, 0, press)
  return press.site === undefined ? `<aside class="fact-box" data-kind="${kind}">${inside}</aside>` : inside
}

/** A card whose story or topic is gone is left out: to the reader it was only ever an offer. */
function relatedHtml(node: CopyNode, press: Press): string {
  const target = relatedTarget(node.attrs, press)
  const url = webAddress(target?.url)
  if (target === null || url === null) return ''
  const isForeign = node.attrs?.refType === 'url'
  const open = isForeign ? linkOpen(url, press) : `<a href="${escapeHtml(absolute(url, press))}">`
  const label = textOf(node.attrs?.label)
  const said = label === '' || label === usualLabel ? press.words.readMore : label
  const line = `<p>${escapeHtml(said)}: ${open}${escapeHtml(target.title)}</a></p>`
  return press.site === undefined ? `<aside class="related">${line}</aside>` : line
}

function relatedTarget(attrs: CopyAttributes | undefined, press: Press): { title: string; url: string } | null {
  const ref = textOf(attrs?.ref)
  switch (attrs?.refType) {
    case 'story':
      return ref === '' ? null : press.lookups.story(ref)
    case 'topic':
      return ref === '' ? null : press.lookups.topic(ref)
    case 'url': {
      const url = webAddress(attrs.url)
      return url === null ? null : { title: url.replace(/^https?:\/\/(www\.)?/i, '').replace(/\/$/, ''), url }
    }
    default:
      return null
  }
}

function embedHtml(node: CopyNode, press: Press): string | null {
  const link = embedLink(node.attrs?.provider, node.attrs?.providerId)
  if (link === null) return null
  const line = `<p>${linkOpen(link.url, press)}${escapeHtml(press.words.seeOn(link.name))}</a></p>`
  if (press.site !== undefined) return line
  return `<div class="embed" data-provider="${escapeHtml(node.attrs?.provider)}">${line}${playerHtml(link, press)}</div>`
}

/** The player behind a click: a frame that is lazy and folded away asks nobody for anything until it is opened. */
function playerHtml({ name, player }: { name: string; player: string | null }, press: Press): string {
  if (player === null) return ''
  const frame = `<iframe src="${escapeHtml(player)}" title="${escapeHtml(name)}" loading="lazy" referrerpolicy="strict-origin-when-cross-origin" allow="fullscreen"></iframe>`
  return `<details class="player"><summary>${escapeHtml(press.words.playHere(name))}</summary>${frame}</details>`
}

function correctionHtml(node: CopyNode, press: Press): string {
  const kind = node.attrs?.kind === 'clarification' || node.attrs?.kind === 'update' ? node.attrs.kind : 'correction'
  const at = textOf(node.attrs?.at)
  const time = at === '' ? '' : ` <time datetime="${escapeHtml(at)}">${escapeHtml(dayOf(at, press))}</time>`
  const inside = `<p><strong>${escapeHtml(press.words[kind])}</strong>${time}</p>${blocks(node.content, 0, press)}`
  return press.site === undefined ? `<aside class="correction" data-kind="${kind}">${inside}</aside>` : inside
}

/** The day of an instant as the story's language writes it; what is no instant stays as it is. */
function dayOf(at: string, press: Press): string {
  const instant = Date.parse(at)
  return Number.isNaN(instant) ? at.slice(0, 10) : renderDay(instant, press.language)
}

// ---- text and its marks ----------------------------------------------------------------------------------------------

/** Marks from the outside in; a note stands outside a link, so that its brackets are drawn once. */
const OUTSIDE_IN = ['editorNote', 'link', 'topicLink', 'bold', 'italic']

type Open = { mark: CopyMark; close: string }

function inline(nodes: readonly CopyNode[] | undefined, press: Press): string {
  if (nodes === undefined) return ''
  if (!Array.isArray(nodes)) throw new TypeError('content must be a list')
  let html = ''
  const open: Open[] = []
  for (const node of nodes) {
    if (node.marks !== undefined || open.length > 0) html += turnTo(marksOf(node), open, press)
    if (node.type === 'text') html += escapeHtml(node.text)
    else if (node.type === 'hardBreak') html += '<br>'
  }
  if (open.length > 0) html += turnTo([], open, press)
  return html
}

function marksOf(node: CopyNode): CopyMark[] {
  const marks = node.marks
  if (marks === undefined || marks.length < 2) return marks ?? []
  return [...marks].sort((a, b) => OUTSIDE_IN.indexOf(a.type) - OUTSIDE_IN.indexOf(b.type))
}

/** Closes what no longer holds and opens what now does. */
function turnTo(wanted: readonly CopyMark[], open: Open[], press: Press): string {
  let html = ''
  let same = 0
  while (same < open.length && same < wanted.length && isSameMark(open[same]?.mark, wanted[same])) same++
  while (open.length > same) html += open.pop()?.close ?? ''
  for (let index = same; index < wanted.length; index++) {
    const mark = wanted[index]
    if (mark === undefined) continue
    const tags = tagsOf(mark, press)
    html += tags.open
    open.push({ mark, close: tags.close })
  }
  return html
}

function isSameMark(a: CopyMark | undefined, b: CopyMark | undefined): boolean {
  if (a === b) return true
  if (a === undefined || b === undefined || a.type !== b.type) return false
  return a.attrs === b.attrs || JSON.stringify(a.attrs) === JSON.stringify(b.attrs)
}

const NOTHING = { open: '', close: '' }

function tagsOf(mark: CopyMark, press: Press): { open: string; close: string } {
  switch (mark.type) {
    case 'bold':
      return { open: '<strong>', close: '</strong>' }
    case 'italic':
      return { open: '<em>', close: '</em>' }
    case 'link': {
      const href = webAddress(mark.attrs?.href)
      return href === null ? NOTHING : { open: linkOpen(href, press), close: '</a>' }
    }
    case 'topicLink': {
      const url = webAddress(press.lookups.topic(textOf(mark.attrs?.topicId))?.url)
      return url === null ? NOTHING : { open: `<a href="${escapeHtml(absolute(url, press))}">`, close: '</a>' }
    }
    case 'editorNote': {
      const [before, after] = noteBrackets(mark.attrs?.kind, press.words)
      if (press.site !== undefined) return { open: before, close: escapeHtml(after) }
      return { open: `<span class="ed-note">${before}`, close: `${escapeHtml(after)}</span>` }
    }
    default:
      return NOTHING
  }
}

/** What stands before and after the words of an editor's note. */
export function noteBrackets(kind: unknown, words: Pick<RenderWords, 'ed' | 'sic' | 'translation'>): [string, string] {
  if (kind === 'sic') return ['', ` [${words.sic}]`]
  return ['[', ` – ${kind === 'translation' ? words.translation : words.ed}]`]
}

function linkOpen(href: string, press: Press): string {
  const rel = press.site === undefined ? ` rel="${press.linkRel}"` : ''
  return `<a href="${escapeHtml(absolute(href, press))}"${rel}>`
}

function absolute(url: string, press: Press): string {
  if (press.site === undefined || !url.startsWith('/')) return url
  return `${press.site.replace(/\/+$/, '')}${url}`
}

function textOf(value: unknown): string {
  return typeof value === 'string' ? value : ''
}
