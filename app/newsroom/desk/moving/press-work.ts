// The press’s part of a move, handed in by whoever wires the house: the press is to the right of the desk.
import type { PaperNews } from '#app/newsroom/outlet/paper-changes.server.ts'
import type { StoryContent } from '#app/newsroom/story/story.ts'
import type { Writer } from '#db/client.ts'

/** What the press is told to print. */
export type PrintOrder = { storyId: number; ownerId: number; revisionId: number; hash: string; content: StoryContent }

/** The next edition of a published story; readers are told by `note` what changed. */
export type NextEdition = PrintOrder & {
  kind: 'correction' | 'clarification' | 'update'
  note: string
  /** Readers are not shown the words that it takes out; left out or null where they may be. */
  hides?: { byId: number; reason: string } | null
}

/** The press's part of a move, handed in by whoever wires the house. Everything runs inside the move's transaction. */
export type PressWork = {
  publish(tx: Writer, order: PrintOrder, when: Date): Promise<{ slug: string }>
  correct(tx: Writer, order: NextEdition, when: Date): Promise<{ slug: string }>
  retract(tx: Writer, storyId: number, publicReason: string, when: Date): Promise<void>
  unpublish(tx: Writer, storyId: number, when: Date): Promise<void>
  restore(tx: Writer, storyId: number, when: Date): Promise<{ slug: string }>
  /** Called after the commit of a move that changed what readers get. */
  afterwards: PaperNews['afterwards']
}
