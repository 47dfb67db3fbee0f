// Every page for readers that a served outlet has: by following its links, and by asking for what no link leads to.
import routes from '#app/routes.ts'
import { correctStory } from './corrected-story.ts'
import { type House, letterTo, type Opened, storyIn } from './house.ts'

export type Walked = { path: string; status: number; html: string }

/** The addresses of pages for readers, as app/routes.ts writes them; the front page is ''. */
export const readerPages = (routes as { path?: string; file: string }[])
  .filter(({ file }) => /^routes\/reader\/.*\.tsx$/.test(file))
  .map(({ path = '' }) => path)

/** The page of app/routes.ts that an address belongs to. */
export function pageOf(path: string): string | undefined {
  const plain = path.split('?')[0] ?? ''
  return readerPages.find((page) => new RegExp(`^/${page.replaceAll(/:\w+/g, '[^/]+')}$`).test(plain))
}

/** What no link leads to and every outlet has. */
const beside = [
  '/nowhere',
  '/stories/there-is-none',
  '/topics/there-is-none',
  '/?after=nothing',
  '/search',
  '/search?q=the',
  '/search?q=the&order=newest&from=2020-01-01',
  '/search?q=%22nothing+at+all%22',
  '/search?q=!!!&section=there-is-none&to=nonsense',
  '/newsletter?done=sent',
  '/newsletter/confirm?token=x',
  '/newsletter/choices?token=x',
  '/newsletter/leave?token=x',
]

/** Follows every link from the front page and from `also`; at most `most` pages, the first ones of their kind first. */
export async function walkOf(house: Pick<Opened, 'url'>, also: string[], most = 150): Promise<Walked[]> {
  const found: Walked[] = []
  const seen = new Set<string>()
  const open = ['/', ...beside, ...also]
  for (let path = open.shift(); path !== undefined && found.length < most; path = open.shift()) {
    if (seen.has(path)) continue
    seen.add(path)
    const answer = await fetch(house.url + path, { headers: { accept: 'text/html' }, redirect: 'manual' })
    const html = await answer.text()
    if (!answer.headers.get('content-type')?.startsWith('text/html')) continue
    found.push({ path, status: answer.status, html })
    for (const [, href = ''] of html.matchAll(/href="(\/[^"#]*)/g)) {
      const next = href.replaceAll('&amp;', '&')
      if (pageOf(next) !== undefined && !seen.has(next)) open.push(next)
    }
  }
  return found
}

/** The same of the test outlet, with a corrected story, one that was taken down and a reader of the newsletter. */
export async function walkOfSeeded(house: House): Promise<Walked[]> {
  const story = storyIn(house, 'published')
  await correctStory(house, story, { text: `The bridge was opened on a Monday ${story.canaries.copy}.` })
  const gone = `/stories/${storyIn(house, 'retracted').slug}`
  const { topic, removed } = house.seeded.live
  const own = ['/changes', '/report', '/report?done=sent'].map((part) => `/stories/${story.slug}${part}`)
  const hub = [`/topics/${topic}?entry=${removed}`, `/topics/${topic}?entry=nothing`]
  const links = await newsletterLinks(house)
  return walkOf(house, [...own, ...hub, gone, `${gone}/changes`, `${gone}/report`, ...links])
}

/** A reader who takes the newsletter: the addresses of the letter that asks, and of the one link after it. */
export async function newsletterLinks(house: Opened, email = 'walking.reader@example.org'): Promise<string[]> {
  const asked = await posted(house, '/newsletter', { email, rhythm: 'daily' })
  if (asked !== 303) throw new Error(`the newsletter was not asked for: ${asked}`)
  const confirm = linkIn((await letterTo(house, email, 'newsletter-confirm')).text)
  await posted(house, '/newsletter/confirm', { token: new URL(confirm, house.url).searchParams.get('token') ?? '' })
  // Who has it already and asks again gets the link to their choices; asked for twice, the first link is over.
  const other = email.replace('@', '.2@')
  await posted(house, '/newsletter', { email: other, rhythm: 'weekly' })
  const begins = linkIn((await letterTo(house, other, 'newsletter-confirm')).text)
  await posted(house, '/newsletter', { email, rhythm: 'daily' })
  const choices = linkIn((await letterTo(house, email, 'newsletter-already')).text)
  return [begins, choices, choices.replace('/choices', '/leave')]
}

function linkIn(text: string): string {
  return /\/newsletter\/\w+\?token=[\w.-]+/.exec(text.replace(/=\r?\n/g, ''))?.[0] ?? ''
}

async function posted(house: Opened, path: string, fields: Record<string, string>): Promise<number> {
  const answer = await fetch(house.url + path, {
    method: 'POST',
    headers: { origin: house.url },
    body: new URLSearchParams(fields),
    redirect: 'manual',
  })
  await answer.arrayBuffer()
  return answer.status
}
