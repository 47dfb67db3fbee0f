// What the page of a story says of itself to machines, with its sentences in the outlet's language.
import type { EditionPage } from '#app/newsroom/press/edition.ts'
import type { PaperFrame } from '#app/newsroom/press/paper-frame.ts'
import { breadcrumbs, type DataBlock, newsArticle } from '#app/newsroom/wire/structured-data.ts'
import { formatsIn } from '#app/words/formats.ts'
import { wordsFor } from '#app/words/words.ts'

/** The story, and the way to it by its section. `site` has no slash at its end. */
export function storyData(edition: EditionPage, outlet: PaperFrame['outlet'], site: string): DataBlock[] {
  const { language, reader, verification, wire } = wordsFor(outlet.language)
  const checked = edition.checked.map((key) => verification.checks[key].readers)
  const backstory = [
    `${reader.story.checked(outlet.deskName)}.`,
    ...(checked.length > 0 ? [verification.readers(formatsIn(language).list(checked))] : []),
  ].join(' ')
  const { slug, name } = edition.section
  const way = [
    { name: wire.frontPage, path: '/' },
    ...(slug === '' ? [] : [{ name, path: `/sections/${slug}` }]),
    { name: edition.headline, path: `/stories/${edition.slug}` },
  ]
  return [newsArticle(edition, backstory, outlet, site), breadcrumbs(way, site)]
}
