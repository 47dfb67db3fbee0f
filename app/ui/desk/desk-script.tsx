// The small script of the desk's pages, and the places that it fills: who else is here, and what happened meanwhile.
import { useNonce } from '#app/ui/page/nonce-context.ts'
import { useWords } from '#app/ui/page/words-context.ts'
import scriptUrl from './desk-live.ts?worker&url'

/** Loads the script; without it every page works, and says less. */
export function DeskScript() {
  return <script type="module" src={scriptUrl} nonce={useNonce()} />
}

/**
 * Where a page of a story says who else has it open, and that it has moved or was taken over since. `doing` is what the
 * page itself tells the others; `held`, `state` and `version` are what it was drawn with.
 */
export function PresenceLine({
  publicId,
  doing,
  held,
  state,
  version,
}: {
  publicId: string
  doing: 'reading' | 'editing'
  held: boolean
  state: string
  version: number
}) {
  const { reload } = useWords().queue.presence
  return (
    <div
      className="presence"
      role="status"
      data-presence={doing}
      data-story={publicId}
      data-held={held ? 'me' : ''}
      data-state={state}
      data-version={version}
      data-reload={reload}
      // The script's own place: a page that hydrates leaves it alone.
      suppressHydrationWarning
      // biome-ignore lint/security/noDangerouslySetInnerHtml: it says "empty, and not yours" to React
      dangerouslySetInnerHTML={{ __html: '' }}
    />
  )
}
