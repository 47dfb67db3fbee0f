// Wakes up the pages that ask for script, once the words they are written in are here.
import { RemixBrowser } from '@remix-run/react'
import { StrictMode, startTransition } from 'react'
import { hydrateRoot } from 'react-dom/client'
import { WordsContext } from '#app/ui/page/words-context.ts'
import { openBook } from '#app/words/open-book.ts'
import type { Words } from '#app/words/words.ts'

// Pages that run script speak from these rooms alone; tests/house/words.test.ts reads them all to see that it is so.
const words = (await openBook(document.documentElement.lang)) as Words

startTransition(() => {
  hydrateRoot(
    document,
    <StrictMode>
      <WordsContext.Provider value={words}>
        <RemixBrowser />
      </WordsContext.Provider>
    </StrictMode>,
  )
})
