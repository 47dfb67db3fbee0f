// An issue as a letter: the same words as text and as HTML, light and dark, from left or from right; no picture, no counter.
import { escapeHtml } from '#app/newsroom/story/copy/render-copy.ts'
import { directionOf } from '#app/newsroom/story/direction.ts'
import type { IssueStory } from './issue.ts'

/** The sentences around the stories, in one language. */
export type IssueWords = {
  language: string
  /** Subjects of issues that the clock writes. `date` is a whole date in words. */
  subjects: { daily(date: string): string; weekly(date: string): string; topic(topic: string, date: string): string }
  /** Why this letter comes. */
  because(outlet: string): string
  choices: string
  leave: string
  archive: string
}

export type IssueContent = { subject: string; intro: string; outletName: string; stories: readonly IssueStory[] }

/** `url` has no slash at its end; `token` opens the reader's choices, '' in a test and a preview. */
export type IssueAddress = { url: string; token: string }

/** The letter as mail programs show it. Every link is a whole address of our own site. */
export function renderIssue(
  content: IssueContent,
  { url, token }: IssueAddress,
  words: IssueWords,
): { subject: string; text: string; html: string } {
  const query = token === '' ? '' : `?token=${encodeURIComponent(token)}`
  const links = [
    { label: words.choices, href: `${url}/newsletter${query === '' ? '' : `/choices${query}`}` },
    { label: words.leave, href: `${url}/newsletter${query === '' ? '' : `/leave${query}`}` },
    { label: words.archive, href: `${url}/newsletter/archive` },
  ]
  const stories = content.stories.map((story) => ({
    ...story,
    href: `${url}/stories/${encodeURIComponent(story.slug)}`,
  }))
  const subject = content.subject.replace(/[\r\n]+/g, ' ')
  const shown = { ...content, subject, stories, links, because: words.because(content.outletName), url }
  return { subject, text: textOf(shown), html: htmlOf(shown, words.language) }
}

type Link = { label: string; href: string }
type Shown = Omit<IssueContent, 'stories'> & {
  stories: (IssueStory & { href: string })[]
  links: Link[]
  because: string
  url: string
}

function textOf({ outletName, subject, intro, stories, links, because }: Shown): string {
  const parts = [
    `${outletName}\n${subject}`,
    ...(intro ? [intro] : []),
    ...stories.map(({ headline, standfirst, href }) => [headline, standfirst, href].filter(Boolean).join('\n')),
    // The mark that ends a letter's words: mail programs fold away what stands below it.
    `-- \n${because}`,
    ...links.map(({ label, href }) => `${label}:\n${href}`),
  ]
  return `${parts.join('\n\n')}\n`
}

// Colours stand twice: beside the words for programs that drop style sheets, and in one for those that can be dark.
const ink = 'color:#1a1a1a'
const quiet = 'color:#595959'
const line = 'border-top:1px solid #d8d5cf'
const darkSheet =
  '@media (prefers-color-scheme:dark){body,.sheet{background:#161514!important}.ink{color:#f0eee9!important}' +
  '.quiet{color:#b3aea6!important}.line{border-color:#3a3733!important}}'

function htmlOf({ outletName, subject, intro, stories, links, because, url }: Shown, language: string): string {
  const body = [
    `<p style="margin:0 0 4px;font-weight:bold"><a class="ink" href="${escapeHtml(url)}/" style="${ink};text-decoration:none">${escapeHtml(outletName)}</a></p>`,
    `<h1 class="ink" dir="auto" style="margin:0 0 16px;font-size:22px;line-height:1.25;${ink}">${escapeHtml(subject)}</h1>`,
    ...paragraphsOf(intro).map(
      (text) =>
        `<p class="ink" dir="auto" style="margin:0 0 16px;${ink}">${escapeHtml(text).replaceAll('\n', '<br>')}</p>`,
    ),
    ...stories.map(storyPart),
    `<p class="quiet line" dir="auto" style="margin:24px 0 8px;padding-top:16px;font-size:14px;${line};${quiet}">${escapeHtml(because)}</p>`,
    `<p class="quiet" style="margin:0;font-size:14px;${quiet}">${links
      .map(({ label, href }) => `<a class="quiet" href="${escapeHtml(href)}" style="${quiet}">${escapeHtml(label)}</a>`)
      .join(' · ')}</p>`,
  ]
  return [
    `<!doctype html><html lang="${escapeHtml(language)}" dir="${directionOf(language)}"><head><meta charset="utf-8">`,
    '<meta name="viewport" content="width=device-width"><meta name="color-scheme" content="light dark">',
    `<meta name="supported-color-schemes" content="light dark"><title>${escapeHtml(subject)}</title>`,
    `<style>:root{color-scheme:light dark}${darkSheet}</style></head>`,
    `<body style="margin:0;padding:0;background:#ffffff;font:17px/1.5 Georgia,serif"><div class="sheet" style="max-width:36rem;margin:0 auto;padding:24px;background:#ffffff">`,
    ...body,
    '</div></body></html>',
  ].join('')
}

function storyPart({ headline, standfirst, href, language }: Shown['stories'][number]): string {
  const spoken = `lang="${escapeHtml(language)}" dir="${directionOf(language, headline)}"`
  const told = standfirst ? `<p class="quiet" style="margin:0;${quiet}">${escapeHtml(standfirst)}</p>` : ''
  return (
    `<div class="line" ${spoken} style="padding:16px 0;${line}"><h2 style="margin:0 0 4px;font-size:19px;line-height:1.3">` +
    `<a class="ink" href="${escapeHtml(href)}" style="${ink}">${escapeHtml(headline)}</a></h2>${told}</div>`
  )
}

function paragraphsOf(text: string): string[] {
  return text
    .split(/\n{2,}/)
    .map((one) => one.trim())
    .filter(Boolean)
}
