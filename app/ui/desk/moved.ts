// What a page is told of the move that led to it: only keys of our own tables, read from the address.
import { type Told, toldSides } from '#app/newsroom/desk/tell.ts'
import { type Move, moveRow, moves } from '#app/newsroom/desk/workflow.ts'

export type MovedHere = { move: Move; told: { who: Told; people: number }[] }

/** The move named by `?done=` and who was told by `?told=contributor.1,section.3`; null when no move is named. */
export function movedHere(url: string): MovedHere | null {
  const query = new URL(url).searchParams
  const move = moves.find((known) => known === query.get('done'))
  if (!move) return null
  const told = (query.get('told') ?? '')
    .split(',')
    .slice(0, toldSides.length)
    .flatMap((part) => {
      const [side, people] = part.split('.')
      const who = toldSides.find((known) => known === side)
      return who && /^\d{1,4}$/.test(people ?? '') ? [{ who, people: Number(people) }] : []
    })
  return { move, told }
}

/** The page a move is ordered from: the reporter's status page or the desk's. */
export function pageOfMove(move: Move, publicId: string): string {
  return moveRow(move).by.includes('owner') ? `/my/stories/${publicId}/status` : `/desk/stories/${publicId}`
}
