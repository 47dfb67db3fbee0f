// GET /opensearch.xml: how to search the paper from a browser's address bar.
import { outletOf } from '#app/newsroom/outlet/outlet.server.ts'
import { openSearch, openSearchType } from '#app/newsroom/wire/open-search.ts'
import { door } from '#app/routes/door.ts'
import { wordsFor } from '#app/words/words.ts'
import { keptAnswer } from './kept-answer.ts'

export const loader = door('public', async ({ context }) => {
  const outlet = await outletOf(context.db)
  const about = wordsFor(outlet.language).search.about(outlet.name)
  return keptAnswer(openSearch(outlet, about, context.settings.siteUrl), `${openSearchType}; charset=utf-8`, [])
})
