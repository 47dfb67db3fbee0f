// Which engine this process talks to; everything else in db/ asks this one flag.

/** The database's address: `file:PATH` is SQLite, `postgres://…` PostgreSQL, `pglite:` PostgreSQL inside the process (tests). */
export const databaseUrl = process.env.DATABASE_URL || 'file:'

/** True when the columns, migrations and search are PostgreSQL's. */
export const isPostgres = /^(postgres|postgresql|pglite):/.test(databaseUrl)
