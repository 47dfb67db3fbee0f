// Which rows of the URL table an address could belong to: Remix walks all the rows it is given several times a request.

type Row = { path?: string | undefined; index?: boolean | undefined; parentId?: string | undefined }
type Rows<R> = Record<string, R>

/**
 * Makes the finder of a table. It gives every row that could match a path, those above them, and the same object for
 * the same rows; which of them is meant stays the framework's decision. What it cannot be sure of gets the whole table.
 */
export function nearRoutes<R extends Row>(routes: Rows<R | undefined>): (path: string) => Rows<R> {
  const all = Object.fromEntries(Object.entries(routes).flatMap(([id, row]) => (row ? [[id, row] as const] : [])))
  const parents = new Set(Object.values(all).map(({ parentId }) => parentId))
  const leaves = Object.entries(all).map(([id, row]) => ({ id, row, shape: shapeOf(pathOf(row, all)) }))
  const anywhere = leaves.filter(({ id, shape }) => shape === null && !parents.has(id))
  const shapes = [...new Set(leaves.map(({ shape }) => shape))]
  const near = new Map(
    shapes.map((shape) => {
      const fitting = [...leaves.filter((leaf) => leaf.shape === shape), ...anywhere]
      const ids = new Set(fitting.flatMap(({ id }) => lineOf(id, all)))
      // In the table's order, which decides between rows that fit equally.
      return [shape, Object.fromEntries(Object.entries(all).filter(([id]) => ids.has(id)))]
    }),
  )
  const elsewhere = near.get(null) ?? all
  return (path) => {
    const shape = shapeOf(path)
    return shape === null ? all : (near.get(shape) ?? elsewhere)
  }
}

// The first word and how many words there are. Null where a word can stand for others: `:id`, `*`, `a?`, `%61`.
function shapeOf(path: string): string | null {
  const words = path.split('/').filter((word) => word !== '')
  const first = words[0]?.toLowerCase() ?? ''
  const isOpen =
    first.startsWith(':') || first.includes('%') || words.some((word) => word === '*' || word.endsWith('?'))
  return isOpen ? null : `${first}/${words.length}`
}

function pathOf(row: Row, all: Rows<Row>): string {
  const parent = row.parentId === undefined ? undefined : all[row.parentId]
  return `${parent ? pathOf(parent, all) : ''}/${row.path ?? ''}`
}

function lineOf(id: string, all: Rows<Row>): string[] {
  const above = all[id]?.parentId
  return above === undefined ? [id] : [id, ...lineOf(above, all)]
}
