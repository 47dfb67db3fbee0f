// What every page knows of its outlet: the root loader hands it down, pages read it here.
import { useRouteLoaderData } from '@remix-run/react'
import { useWords } from './words-context.ts'

/** The part of the root loader's data that furniture uses. `now` is the request's instant (ISO). */
export type OutletData = {
  outletName: string
  shortName: string
  timeZone: string
  now: string
  /** Notices that the person who looks has not read; 99 stands for more too. */
  unseen: number
}

const unnamed: OutletData = { outletName: 'Copydesk', shortName: 'CD', timeZone: 'UTC', now: '', unseen: 0 }

/**
 * The outlet as the root loader gave it; sensible values where a part is missing (error pages have no loader data).
 * `language` is the page's: dates and numbers are written as its words are.
 */
export function useOutlet(): OutletData & { language: string } {
  const data = useRouteLoaderData('root') as Partial<OutletData> | null | undefined
  const outlet = { ...unnamed, ...data }
  const { language } = useWords()
  return { ...outlet, language, shortName: shortened(outlet.shortName || outlet.outletName) }
}

// The rail is narrow: a long name becomes its initials.
function shortened(name: string): string {
  if (name.length <= 6) return name
  const initials = name.split(/\s+/).map((word) => word.charAt(0))
  return initials.slice(0, 4).join('').toUpperCase()
}
