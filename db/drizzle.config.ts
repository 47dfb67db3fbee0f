// drizzle-kit: the same schema makes numbered SQL for both engines (`npm run db:generate`).
import { defineConfig } from 'drizzle-kit'

const postgres = process.env.DATABASE_URL?.startsWith('postgres')
export default defineConfig({
  schema: './db/schema.ts',
  dialect: postgres ? 'postgresql' : 'sqlite',
  out: postgres ? './migrations/postgres' : './migrations/sqlite',
})
