// The kinds of tests; `npx vitest run --project unit` runs one of them.
import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: 'unit',
          include: [
            'tests/{newsroom,platform,db,ui,words,routes,wire,jobs,bin}/**/*.test.{ts,tsx}',
            'tests/house/**/*.test.ts',
            'tests/journeys/**/*.test.ts',
          ],
          globalSetup: ['tests/one-migration.ts'],
          env: { DATABASE_URL: 'file:', NODE_ENV: 'test' },
          testTimeout: 20_000, // passwords and pictures are slow on purpose, and machines are busy
        },
      },
      {
        // The same domain tests on PostgreSQL, compiled to WebAssembly.
        test: {
          name: 'postgres',
          include: ['tests/newsroom/**/*.db.test.ts', 'tests/db/**/*.db.test.ts', 'tests/journeys/**/*.db.test.ts'],
          globalSetup: ['tests/one-migration.ts'],
          env: { DATABASE_URL: 'pglite:', NODE_ENV: 'test' },
          testTimeout: 90_000, // the first of a file starts the engine, which takes a while on a busy machine
          hookTimeout: 90_000,
          fileParallelism: false,
        },
      },
      {
        test: {
          name: 'browser',
          include: ['tests/browser/**/*.test.ts'],
          globalSetup: ['tests/browser/one-seed.ts', 'tests/browser/one-demo.ts'],
          testTimeout: 180_000,
          hookTimeout: 180_000,
          fileParallelism: false,
        },
      },
      {
        // What programs of others say of what is served; they need Java and Debian's Python (bin/debian.mjs).
        test: {
          name: 'standards',
          include: ['tests/standards/*.test.ts'],
          exclude: ['tests/standards/lighthouse.test.ts'],
          globalSetup: ['tests/browser/one-seed.ts', 'tests/browser/one-demo.ts'],
          testTimeout: 180_000,
          hookTimeout: 180_000,
        },
      },
      {
        // Minutes of a quiet machine, so `npm test` leaves it out.
        test: {
          name: 'lighthouse',
          include: ['tests/standards/lighthouse.test.ts'],
          globalSetup: ['tests/browser/one-demo.ts'],
          testTimeout: 600_000,
          hookTimeout: 180_000,
        },
      },
    ],
  },
})
