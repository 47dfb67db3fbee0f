// The walls between the rooms (docs/HOUSE.md, "Who may import whom"): a wrong import fails as `rule: from -> to`.
import { cruise, type IForbiddenRuleType, type IReporterOutput } from 'dependency-cruiser'
import { expect, test } from 'vitest'

/** Left to right: a room may import itself and what stands before it. */
const rooms = ['outlet', 'people', 'topics', 'pictures', 'letters', 'story', 'desk', 'press', 'wire']
/** The first five only serve; they may import each other's plain parts, so they are one step. */
const serving = rooms.slice(0, 5)
const routeRooms = ['account', 'admin', 'contributor', 'desk', 'health', 'pictures', 'reader', 'wire']

const library = (names: string) => `^node_modules/(${names})/`

/** A library's only owners; everything else that imports it is wrong. */
const owners: [names: string, path: string][] = [
  ['better-sqlite3|better-sqlite3-node22', '^db/sqlite\\.ts$'],
  ['pg|@electric-sql/pglite', '^db/postgres\\.ts$'],
  ['drizzle-kit', '^db/drizzle\\.config\\.ts$'],
  ['drizzle-orm', '^(db/|app/newsroom/.+\\.server\\.ts$|app/platform/(session|public-mark)\\.server\\.ts$|bin/)'],
  ['lucia', '^app/platform/session\\.server\\.ts$'],
  ['nodemailer', '^app/platform/mailer\\.server\\.ts$'],
  ['@contentauth/c2pa-wasm', '^app/platform/content-credentials\\.server\\.ts$'],
  ['sharp', '^(app/platform/(picture-sizes|drawings)\\.server\\.ts$|bin/)'],
  ['file-type', '^app/platform/picture-sizes\\.server\\.ts$'],
  ['@node-rs/argon2|@zxcvbn-ts/[^/]+', '^app/platform/passwords\\.server\\.ts$'],
  ['pino', '^app/(platform/log\\.server|context)\\.ts$'],
  ['rate-limiter-flexible', '^app/platform/rate-limits\\.server\\.ts$'],
  ['mammoth', '^app/ui/editor/import-worker\\.ts$'],
  ['croner', '^app/jobs/'],
  ['franc', '^app/newsroom/story/suggested-language\\.server\\.ts$'],
  ['otpauth', '^app/newsroom/people/two-step\\.server\\.ts$'],
  ['hono|@hono/[^/]+', '^app/(server\\.ts$|platform/)'],
  ['@tiptap/(core|pm|extension[^/]*)', '^app/(newsroom/story/copy|ui/editor)/'],
  ['@tiptap/react|lucide-react', '^app/ui/editor/'],
  ['react|react-dom', '^app/(routes|ui|root|entry)'],
  ['@remix-run/[^/]+', '^app/(routes|ui|root|entry|server|context)'],
  ['isbot', '^app/platform/read-counter'],
  ['vite|esbuild', '^bin/'],
]

const forbidden: IForbiddenRuleType[] = [
  // A circle that a type closes is gone when the program runs.
  { name: 'no-circles', from: {}, to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } } },
  { name: 'found-in-the-tree', from: {}, to: { couldNotResolve: true } },
  { name: 'db-imports-nothing-of-ours', from: { path: '^db/' }, to: { path: '^(app|bin)/' } },
  { name: 'app-knows-no-commands', from: { path: '^(app|db)/' }, to: { path: '^bin/' } },
  {
    name: 'newsroom-is-plain',
    from: { path: '^app/newsroom/' },
    to: { path: '^app/(?!newsroom/)' },
  },
  ...rooms.map((room, at): IForbiddenRuleType => {
    const later = serving.includes(room) ? rooms.slice(serving.length) : rooms.slice(at + 1)
    return {
      name: `${room}-imports-leftwards`,
      from: { path: `^app/newsroom/${room}/` },
      to: { path: `^app/newsroom/(${later.join('|') || 'nothing'})/` },
    }
  }),
  { name: 'pure-stays-pure', from: { path: '^app/newsroom/', pathNot: '\\.server\\.ts$' }, to: reads() },
  {
    name: 'platform-knows-no-story',
    from: { path: '^app/platform/' },
    to: { path: '^app/(?!platform/)', pathNot: '^app/newsroom/' },
  },
  {
    name: 'platform-takes-interfaces-only',
    from: { path: '^app/platform/' },
    to: { path: '^app/newsroom/', dependencyTypesNot: ['type-only'] },
  },
  {
    name: 'ui-is-furniture',
    from: { path: '^app/ui/' },
    to: { path: '^(db/|app/(?!ui/|words/|newsroom/))' },
  },
  {
    name: 'ui-takes-pure-newsroom-only',
    from: { path: '^app/ui/' },
    to: { path: '^app/newsroom/.+\\.server\\.ts$' },
  },
  {
    name: 'words-name-only-pure-things',
    from: { path: '^app/words/' },
    to: { path: '^(db/|app/(?!words/|newsroom/)|app/newsroom/.+\\.server\\.ts$)', dependencyTypesNot: ['type-only'] },
  },
  {
    name: 'jobs-import-newsroom-and-platform',
    from: { path: '^app/jobs/' },
    to: { path: '^(db/|app/(?!jobs/|newsroom/|platform/))', dependencyTypesNot: ['type-only'] },
  },
  // The lock on every door has to know what a busy database looks like; no other route knows that there is one.
  {
    name: 'routes-know-no-database',
    from: { path: '^app/routes/', pathNot: '^app/routes/door\\.ts$' },
    to: { path: '^(db/|app/jobs/)' },
  },
  ...routeRooms.map(
    (room): IForbiddenRuleType => ({
      name: `routes-${room}-imports-no-other-room`,
      from: { path: `^app/routes/${room}/` },
      to: { path: `^app/routes/(?!${room}/)[^/]+/` },
    }),
  ),
  ...owners.map(
    ([names, path]): IForbiddenRuleType => ({
      name: `owner-of-${names.split('|')[0]}`,
      from: { path: '^(app|db|bin)/', pathNot: path },
      to: { path: library(names) },
    }),
  ),
]

test('every import keeps to the walls', { timeout: 120_000 }, async () => {
  const { output } = await cruise(
    ['app', 'db', 'bin'],
    {
      ruleSet: { forbidden },
      validate: true,
      doNotFollow: { path: 'node_modules' },
      tsPreCompilationDeps: true,
      skipAnalysisNotInRules: true,
      enhancedResolveOptions: { exportsFields: ['exports'], conditionNames: ['import', 'require', 'node', 'default'] },
    },
    { extensions: ['.ts', '.tsx', '.mjs', '.js', '.css'] },
  )
  const wrong = violations(output)
  expect(wrong, wrong.join('\n')).toEqual([])
  // A rule about a library that nobody imports any more, or that is misspelt, would pass for ever.
  const seen = edges(output)
  const idle = owners.filter(([names, path]) => !seen.some(([from, to]) => isOwn(names, path, from, to)))
  expect(idle.map(([names]) => names)).toEqual([])
  // The aliases are followed: else no wall could be crossed.
  expect(seen.some(([from, to]) => from === 'app/server.ts' && to === 'db/client.ts')).toBe(true)
})

test('an import across a wall is seen', { timeout: 60_000 }, async () => {
  const turnedRound = { name: 'turned-round', from: { path: 'newsroom/letters/' }, to: { path: '^db/' } }
  const { output } = await cruise(['app/newsroom/letters'], {
    ruleSet: { forbidden: [turnedRound] },
    validate: true,
    doNotFollow: { path: 'node_modules' },
    tsPreCompilationDeps: true,
  })
  expect(violations(output).join('\n')).toContain('turned-round: app/newsroom/letters/outbox.server.ts -> db/')
})

// A file without `.server` in its name runs in browsers too: of the database it may take shapes, and the list of states.
function reads() {
  return {
    path: '^(db/(?!schema/story-states\\.ts$)|app/newsroom/.+\\.server\\.ts$)',
    dependencyTypesNot: ['type-only' as const],
  }
}

function edges(output: IReporterOutput['output']): [from: string, to: string][] {
  if (typeof output === 'string') throw new Error(output)
  return output.modules.flatMap(({ source, dependencies }) =>
    dependencies.map(({ resolved }): [string, string] => [source, resolved]),
  )
}

function isOwn(names: string, path: string, from: string, to: string): boolean {
  return new RegExp(path).test(from) && new RegExp(library(names)).test(to)
}

function violations(output: IReporterOutput['output']): string[] {
  if (typeof output === 'string') throw new Error(output)
  return output.summary.violations.map(({ rule, from, to, cycle }) =>
    [`${rule.name}: ${from} -> ${to}`, ...(cycle ?? []).map((step) => step.name)].join(' -> '),
  )
}
