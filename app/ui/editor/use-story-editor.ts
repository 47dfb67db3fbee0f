// Fetches the editor, which is large, after the page that already works.
import { type ComponentType, useEffect, useState } from 'react'
import type { StoryEditorProps } from './story-editor.tsx'

/** The editor once it is there; null before, and when it cannot be fetched: the plain form stays. */
export function useStoryEditor(): ComponentType<StoryEditorProps> | null {
  const [Editor, setEditor] = useState<ComponentType<StoryEditorProps> | null>(null)
  useEffect(() => {
    let isGone = false
    import('./story-editor.tsx')
      .then((loaded) => {
        if (!isGone) setEditor(() => loaded.default)
      })
      .catch(() => {}) // no connection: the plain form stays
    return () => {
      isGone = true
    }
  }, [])
  return Editor
}
