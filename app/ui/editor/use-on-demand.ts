// A part of the editor that is fetched when it is first asked for; without a connection the page goes on without it.
import { type ComponentType, useCallback, useState } from 'react'

/** `Part` is there while it is open. `open` fetches it first; `onFail` is called when that cannot be done. */
export function useOnDemand<Props>(
  load: () => Promise<{ default: ComponentType<Props> }>,
  onFail: () => void,
): { Part: ComponentType<Props> | null; open: () => void; close: () => void } {
  const [Part, setPart] = useState<ComponentType<Props> | null>(null)
  const open = useCallback(() => {
    load().then((loaded) => setPart(() => loaded.default), onFail)
  }, [load, onFail])
  const close = useCallback(() => setPart(null), [])
  return { Part, open, close }
}
