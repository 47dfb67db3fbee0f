// What every page knows of its outlet: the root loader hands it down, pages read it here.
import { useRouteLoaderData } from '@remix-run/react'

/** The part of the root loader's data that furniture uses. `now` is the request's instant (ISO). */
export type OutletData = {
  outletName: string
  shortName: string
  timeZone: string
  language: string
  now: string
}

const unnamed: OutletData = { outletName: 'Copydesk', shortName: 'CD', timeZone: 'UTC', language: 'en', now: '' }

/** The outlet as the root loader gave it; sensible values where a part is missing (error pages have no loader data). */
export function useOutlet(): OutletData {
  const data = useRouteLoaderData('root') as Partial<OutletData> | null | undefined
  return { ...unnamed, ...data }
}
