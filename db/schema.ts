// Every table, for drizzle-kit and for tests that walk the whole schema; the rooms import their own file.
export * from './schema/desk.ts'
export * from './schema/letters.ts'
export * from './schema/outlet.ts'
export * from './schema/people.ts'
export * from './schema/pictures.ts'
export * from './schema/press.ts'
export * from './schema/story.ts'
export * from './schema/topics.ts'
