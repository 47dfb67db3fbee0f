// Registers the worker that keeps writing pages for when the network is gone, and tells it what to keep and to forget.
import { useEffect } from 'react'
import type { Words } from '#app/words/words.ts'
import type { WorkerOrder } from './writing-worker.ts'
import workerUrl from './writing-worker.ts?worker&url'

const SCOPE = '/my/stories'

/** `keeps: false` takes the worker and everything it kept away. `isSignedOut` makes it forget the pages. */
export function useKeptPages(
  { isReady, keeps, isSignedOut }: { isReady: boolean; keeps: boolean; isSignedOut: boolean },
  words: Words['contributor']['offline'],
) {
  useEffect(() => {
    // Not in development: kept pages would hide what was changed.
    if (!isReady || isSignedOut || !import.meta.env.PROD || !('serviceWorker' in navigator)) return
    const work = keeps ? keepThisPage(words) : takeAway()
    work.catch(() => {}) // without a worker everything else works
  }, [isReady, keeps, isSignedOut, words])
  useEffect(() => {
    if (isSignedOut) tell({ order: 'forget' })
  }, [isSignedOut])
}

async function keepThisPage({ title, lead, untitled, none, again }: Words['contributor']['offline']) {
  await navigator.serviceWorker.register(workerUrl, { scope: SCOPE })
  const { active } = await navigator.serviceWorker.ready
  const { lang: language, dir: direction } = document.documentElement
  const said = { language, direction, title, lead, untitled, none, again }
  active?.postMessage({ order: 'keep', path: location.pathname, words: said } satisfies WorkerOrder)
}

async function takeAway() {
  for (const registration of await navigator.serviceWorker.getRegistrations()) await registration.unregister()
  for (const name of await caches.keys()) await caches.delete(name)
}

function tell(order: WorkerOrder) {
  navigator.serviceWorker?.controller?.postMessage(order)
}
