// What a next edition is: a correction of what was wrong, a clarification, an update.

export const editionKinds = ['correction', 'clarification', 'update'] as const
export type EditionKind = (typeof editionKinds)[number]
