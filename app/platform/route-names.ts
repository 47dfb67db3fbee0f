// Which row of the URL table a path belongs to, for the log: names of routes, never addresses with ids in them.

type Row = { path?: string | undefined; index?: boolean | undefined; parentId?: string | undefined }

/** Makes the finder for a build's routes. Gives `/my/stories/:id`-like patterns, `*` where nothing matches. */
export function routeNames(routes: Record<string, Row | undefined>): (path: string) => string {
  const patterns = Object.values(routes)
    .filter((row) => row !== undefined)
    .map((row) => fullPath(row, routes))
    .filter((pattern) => pattern !== '/*')
  const rows = [...new Set(patterns)]
    .sort((a, b) => a.split(':').length - b.split(':').length) // a fixed word wins over a parameter
    .map((pattern) => ({
      pattern,
      form: new RegExp(`^${pattern.replaceAll(/[.]/g, '\\.').replaceAll(/:[^/]+/g, '[^/]+')}/?$`),
    }))
  return (path) => rows.find(({ form }) => form.test(path))?.pattern ?? '*'
}

function fullPath(row: Row, routes: Record<string, Row | undefined>): string {
  const parent = row.parentId ? routes[row.parentId] : undefined
  const above = parent ? fullPath(parent, routes) : ''
  const joined = `${above === '/' ? '' : above}/${row.path ?? ''}`
  return joined.length > 1 && joined.endsWith('/') ? joined.slice(0, -1) : joined
}
