// People: contributors, editors, admins; their sessions, mailed tokens and by-lines.
import { boolean, id, index, integer, primaryKey, table, text, timestamp, uniqueIndex } from '../columns.ts'
import { sections } from './outlet.ts'

export const people = table(
  'people',
  {
    id: id(),
    publicId: text('public_id').notNull().unique(),
    email: text('email').notNull().unique(),
    name: text('name').notNull(),
    passwordHash: text('password_hash').notNull(),
    role: text('role', { enum: ['contributor', 'editor', 'admin'] })
      .notNull()
      .default('contributor'),
    trusted: boolean('trusted').notNull().default(false),
    language: text('language').notNull().default('en'),
    about: text('about').notNull().default(''),
    confirmedAt: timestamp('confirmed_at'),
    /** When the contributor agreed to the outlet's terms, and which version of them. */
    agreedAt: timestamp('agreed_at'),
    agreementVersion: integer('agreement_version'),
    suspendedAt: timestamp('suspended_at'),
    suspendedBecause: text('suspended_because'),
    /** The second factor's secret, sealed with SECRET_KEY; null until two-step sign-in is on. */
    totpSealed: text('totp_sealed'),
    totpLastStep: integer('totp_last_step'),
    /** Letters say nothing, and the reporter's devices keep no copies: newsroom/people/safety-mode.ts. */
    safetyMode: boolean('safety_mode').notNull().default(false),
    /** Since when the desk knows this contributor by the pen name alone. */
    protectedAt: timestamp('protected_at'),
    /** May open who a protected contributor is, with a reason. */
    mayOpenIdentity: boolean('may_open_identity').notNull().default(false),
    createdAt: timestamp('created_at').notNull(),
  },
  (t) => [index('people_role').on(t.role, t.id), index('people_created').on(t.createdAt, t.id)],
)

/** Lucia's sessions. `id` is the SHA-256 of the cookie's value, never the value itself. */
export const sessions = table(
  'sessions',
  {
    id: text('id').primaryKey(),
    personId: integer('person_id')
      .notNull()
      .references(() => people.id, { onDelete: 'cascade' }),
    createdAt: timestamp('created_at').notNull(),
    seenAt: timestamp('seen_at').notNull(),
    /** Absolute end, whatever the use. */
    expiresAt: timestamp('expires_at').notNull(),
    /** True once a second factor was given in this session. */
    secondFactor: boolean('second_factor').notNull().default(false),
  },
  (t) => [index('sessions_person').on(t.personId)],
)

/** Single-use secrets sent by mail; `hash` is SHA-256 of the token. */
export const mailedTokens = table(
  'mailed_tokens',
  {
    hash: text('hash').primaryKey(),
    kind: text('kind', { enum: ['confirm-email', 'reset-password'] }).notNull(),
    personId: integer('person_id')
      .notNull()
      .references(() => people.id, { onDelete: 'cascade' }),
    expiresAt: timestamp('expires_at').notNull(),
    usedAt: timestamp('used_at'),
  },
  (t) => [index('mailed_tokens_person').on(t.personId, t.kind)],
)

/** A name a person signs with: their own or a pen name. Readers can't tell that two belong to one person. */
export const bylines = table(
  'bylines',
  {
    id: id(),
    personId: integer('person_id')
      .notNull()
      .references(() => people.id, { onDelete: 'cascade' }),
    kind: text('kind', { enum: ['name', 'pen'] }).notNull(),
    name: text('name').notNull(),
    handle: text('handle').notNull().unique(),
    about: text('about').notNull().default(''),
    createdAt: timestamp('created_at').notNull(),
  },
  (t) => [uniqueIndex('bylines_person_name').on(t.personId, t.kind, t.name)],
)

/** What was done to an account, by whom; append-only. */
export const peopleLog = table(
  'people_log',
  {
    id: id(),
    personId: integer('person_id')
      .notNull()
      .references(() => people.id, { onDelete: 'cascade' }),
    byId: integer('by_id').references(() => people.id, { onDelete: 'set null' }),
    act: text('act').notNull(),
    reason: text('reason').notNull().default(''),
    at: timestamp('at').notNull(),
  },
  (t) => [index('people_log_person').on(t.personId, t.id)],
)

/** Where an editor may edit and publish. Who has no row may do both in every section. */
export const sectionRights = table(
  'section_rights',
  {
    personId: integer('person_id')
      .notNull()
      .references(() => people.id, { onDelete: 'cascade' }),
    sectionId: integer('section_id')
      .notNull()
      .references(() => sections.id, { onDelete: 'cascade' }),
    edit: boolean('edit').notNull(),
    publish: boolean('publish').notNull(),
  },
  (t) => [primaryKey({ columns: [t.personId, t.sectionId] }), index('section_rights_section').on(t.sectionId)],
)
