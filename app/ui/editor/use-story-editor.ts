// Which text box the page has: the editor, which is fetched after the page works, or plain text where that is wanted or all there is.
import { type ComponentType, useCallback, useEffect, useState } from 'react'
import { PlainBox } from './plain-box.tsx'
import type { StoryEditorProps } from './story-editor.tsx'

type Way = 'plain' | 'formatted'
const KEY = 'write-as'

/** `Editor` is null until it is known; `write` changes the way of writing, and this device remembers it. */
export function useStoryEditor(): {
  Editor: ComponentType<StoryEditorProps> | null
  isPlain: boolean
  write: (way: Way) => void
} {
  const [Editor, setEditor] = useState<ComponentType<StoryEditorProps> | null>(null)
  const [way, setWay] = useState<Way | null>(null)
  useEffect(() => setWay(rememberedWay()), [])
  useEffect(() => {
    let isGone = false
    if (way === 'plain') setEditor(() => PlainBox)
    if (way !== 'formatted') return
    import('./story-editor.tsx').then(
      (loaded) => isGone || setEditor(() => loaded.default),
      () => isGone || setEditor((now: ComponentType<StoryEditorProps> | null) => now ?? PlainBox), // no connection: plain text is saved all the same
    )
    return () => {
      isGone = true
    }
  }, [way])
  const write = useCallback((next: Way) => {
    remember(next)
    setWay(next)
  }, [])
  return { Editor, isPlain: Editor === PlainBox, write }
}

function rememberedWay(): Way {
  try {
    return localStorage.getItem(KEY) === 'plain' ? 'plain' : 'formatted'
  } catch {
    return 'formatted' // a browser that keeps nothing
  }
}

function remember(way: Way): void {
  try {
    localStorage.setItem(KEY, way)
  } catch {
    // then it is asked for again next time
  }
}
