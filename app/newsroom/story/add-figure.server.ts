// Puts a photo at the end of a draft, for the form that works without script.
import type { Person } from '#app/newsroom/people/person.ts'
import type { CopyNode } from '#app/newsroom/story/copy/check-copy.ts'
import { type DraftSaved, draftOf, saveDraft } from '#app/newsroom/story/drafts.server.ts'
import type { Database } from '#db/client.ts'

export type NewFigure = {
  pictureId: string
  caption: string
  credit: string
  alt: string
  decorative: boolean
  graphic?: boolean
}

/** Saves the draft with a figure more; when another save comes between, on top of that one. */
export async function addFigure(
  db: Database,
  story: string,
  photo: NewFigure,
  who: Person,
  when: Date,
): Promise<DraftSaved> {
  const { pictureId, credit, decorative, graphic = false } = photo
  const caption = oneLine(photo.caption)
  const figure: CopyNode = {
    type: 'figure',
    attrs: { pictureId, alt: decorative ? '' : oneLine(photo.alt), decorative, credit: oneLine(credit), graphic },
    ...(caption ? { content: [{ type: 'text', text: caption }] } : {}),
  }
  for (let attempt = 1; ; attempt++) {
    const page = await draftOf(db, story, who)
    if (!page) return { ok: false, because: 'not-found' }
    const { version } = page.story
    const { copy, headline, standfirst, section, topics, byline } = page.content
    const content = [...copy.content.filter((_, at) => !isEmptyEnd(copy.content, at)), figure]
    const draft = { version, headline, standfirst, section, topics, byline, copy: { type: 'doc', content } }
    const saved = await saveDraft(db, story, draft, who, when)
    if (saved.ok || saved.because !== 'conflict' || attempt === 3) return saved
  }
}

/** An empty paragraph that ends the story gives way to the photo. */
function isEmptyEnd(content: readonly CopyNode[], at: number): boolean {
  const node = content[at]
  return at > 0 && at === content.length - 1 && node?.type === 'paragraph' && node.content === undefined
}

function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim()
}
