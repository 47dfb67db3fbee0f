// The timetable: what the clock does by itself, and how often.
import { setTimeout as sleep } from 'node:timers/promises'
import { Cron } from 'croner'
import { archiveEnded, lapseChanges, lapseClaims, publishDue } from '#app/newsroom/desk/clock-moves.server.ts'
import { countFigures } from '#app/newsroom/desk/figures.server.ts'
import type { PressWork } from '#app/newsroom/desk/moving/press-work.ts'
import { sweepPresences } from '#app/newsroom/desk/presence.server.ts'
import { printOldTexts } from '#app/newsroom/desk/text-likeness.server.ts'
import { writeDigests } from '#app/newsroom/letters/digest.server.ts'
import type { LettersIn } from '#app/newsroom/letters/letter-words.ts'
import { type Mailer, sendDueLetters } from '#app/newsroom/letters/send-letters.server.ts'
import { outletOf } from '#app/newsroom/outlet/outlet.server.ts'
import { markPurged, sweepPaperChanges, unpurged } from '#app/newsroom/outlet/paper-changes.server.ts'
import { sweepMailedTokens } from '#app/newsroom/people/mailed-tokens.server.ts'
import type { PictureStore, SmallerEncoder, UploadFiles } from '#app/newsroom/pictures/picture-store.ts'
import { sweepUploads } from '#app/newsroom/pictures/uploads.server.ts'
import { addReads } from '#app/newsroom/press/reads.server.ts'
import { readOldEditions } from '#app/newsroom/press/searchable-editions.server.ts'
import { makeSmaller } from '#app/newsroom/press/smaller-pictures.server.ts'
import { closeDueCalls } from '#app/newsroom/story/open-calls.server.ts'
import { readOldStories } from '#app/newsroom/story/searchable-words.server.ts'
import { type Announcement, announcements } from '#app/newsroom/wire/announce.server.ts'
import type { IssueWords } from '#app/newsroom/wire/issue-mail.ts'
import { writePlanned } from '#app/newsroom/wire/issue-plan.server.ts'
import { sweepIssues } from '#app/newsroom/wire/issue-sending.server.ts'
import { sendIssues } from '#app/newsroom/wire/send-issues.server.ts'
import type { SubscriberSeal } from '#app/newsroom/wire/subscriber.ts'
import { sweepSubscribers } from '#app/newsroom/wire/subscribers.server.ts'
import type { Logger } from '#app/platform/log.server.ts'
import type { FrontCache } from '#app/platform/purge.server.ts'
import type { ReadCounter } from '#app/platform/read-counter.server.ts'
import type { SessionDoor } from '#app/platform/session.server.ts'
import type { Database } from '#db/client.ts'

export type ClockWork = {
  db: Database
  press: PressWork
  mailer: Mailer
  sessions: SessionDoor
  uploads: UploadFiles
  pictures: PictureStore
  /** Makes smaller encodings of published pictures. */
  sizer: SmallerEncoder
  /** Sends to another site, and gives the status of its answer. */
  announce: (announcement: Announcement) => Promise<number>
  reads: ReadCounter
  /** The cache in front that is told what to forget; null: there is none. */
  front: FrontCache | null
  siteUrl: string
  /** Every language's book of letters. */
  wordsIn: LettersIn
  newsletter: {
    /** The words around the stories of an issue, in each language. */
    wordsIn: (language: string) => IssueWords
    seal: SubscriberSeal
    /** So many letters leave in a minute at most. */
    perMinute: number
  }
  log: Logger
}

export type Clock = {
  /** Takes no new work and waits for what is running, a few seconds at most: every job can be cut off and run again. */
  stop(): Promise<void>
}

const longestStopMs = 5_000

type Job = { name: string; every: string; work: (when: Date) => Promise<unknown> }

/** Starts the clock. Every job re-checks what it finds, so it may run twice, late, or in two processes. */
export function startClock(house: ClockWork): Clock {
  const running = new Set<Promise<void>>()
  const crons = timetable(house).map(
    ({ name, every, work }) =>
      new Cron(every, { protect: true, unref: true }, async () => {
        const mine = runJob(name, work, house.log)
        running.add(mine)
        await mine
        running.delete(mine)
      }),
  )
  return {
    async stop() {
      for (const cron of crons) cron.stop()
      running.add(runJob('count-reads', (when) => writeReads(house, when), house.log))
      await Promise.race([Promise.all(running), sleep(longestStopMs, undefined, { ref: false })])
    },
  }
}

function timetable(house: ClockWork): Job[] {
  const { db, press, mailer, sessions, uploads, siteUrl, wordsIn } = house
  const pictureParts = { store: house.pictures, encoder: house.sizer }
  return [
    {
      name: 'send-letters',
      every: '* * * * * *',
      work: async (when) =>
        sendDueLetters(db, mailer, { url: siteUrl, outletName: (await outletOf(db)).name, wordsIn }, when),
    },
    { name: 'write-issues', every: '5 * * * * *', work: (when) => writePlanned(db, house.newsletter.wordsIn, when) },
    { name: 'send-issues', every: '* * * * * *', work: (when) => sendNewsletter(house, when) },
    { name: 'write-digests', every: '20 * * * * *', work: (when) => writeDigests(db, when) },
    { name: 'publish-due', every: '*/5 * * * * *', work: (when) => publishDue(db, when, press) },
    { name: 'close-calls', every: '20 * * * * *', work: (when) => closeDueCalls(db, when, press) },
    { name: 'lapse-claims', every: '10 * * * * *', work: (when) => lapseClaims(db, when, press) },
    { name: 'lapse-changes', every: '40 * * * * *', work: (when) => lapseChanges(db, when, press) },
    { name: 'archive-ended', every: '0 27 * * * *', work: (when) => archiveEnded(db, when, press) },
    { name: 'announce', every: '*/15 * * * * *', work: announcer(house) },
    { name: 'purge', every: '* * * * * *', work: purger(house) },
    { name: 'count-reads', every: '25 * * * * *', work: (when) => writeReads(house, when) },
    { name: 'read-old-stories', every: '*/5 * * * * *', work: () => readOldStories(db, 500) },
    { name: 'read-old-editions', every: '*/5 * * * * *', work: () => readOldEditions(db, 500) },
    { name: 'print-old-texts', every: '*/10 * * * * *', work: oldTextsOnce(db) },
    {
      name: 'make-smaller-pictures',
      every: '*/2 * * * * *',
      work: (when) => makeSmaller(db, pictureParts, when, press),
    },
    { name: 'sweep-presences', every: '*/30 * * * * *', work: (when) => sweepPresences(db, when) },
    { name: 'count-figures', every: '*/10 * * * * *', work: (when) => countFigures(db, when) },
    { name: 'sweep', every: '0 7 * * * *', work: (when) => sweepEnded(db, sessions, when) },
    { name: 'sweep-uploads', every: '0 17 * * * *', work: (when) => sweepUploads(db, uploads, when) },
  ]
}

// An issue that is sent stands in readers' archive at once.
async function sendNewsletter({ db, press, mailer, siteUrl, newsletter }: ClockWork, when: Date) {
  const { perMinute, ...words } = newsletter
  if (await sendIssues(db, mailer, { url: siteUrl, ...words }, when, perMinute)) await press.afterwards()
}

// Once through all stories after each start: those sent before the house kept prints get theirs.
function oldTextsOnce(db: Database): () => Promise<void> {
  let after: number | null = 0
  return async () => {
    if (after !== null) after = await printOldTexts(db, after, 200)
  }
}

// A local site has nothing to announce: nobody else can open it.
function announcer({ db, announce, siteUrl, log }: ClockWork): Job['work'] {
  const isLocal = !siteUrl.startsWith('https:')
  let since: number | null = null
  return async (when) => {
    if (isLocal) return
    const { upTo, toSend } = await announcements(db, since, siteUrl, when)
    since = upTo
    for (const announcement of toSend) {
      // A hub that does not answer is not asked again: feeds are also fetched without it.
      const status = await announce(announcement).catch((error: unknown) => String(error))
      if (typeof status !== 'number' || status >= 300) log.warn({ status }, 'an announcement was not taken')
    }
  }
}

// A cache that does not answer is asked again: after 1, 2, 4 … seconds, at most every minute.
function purger({ db, front, log }: ClockWork): Job['work'] {
  let notBefore = 0
  let waitMs = 1_000
  return async (when) => {
    if (front === null || when.getTime() < notBefore) return
    const { ids, keys } = await unpurged(db)
    if (ids.length === 0) return
    try {
      await front.forget(keys)
      waitMs = 1_000
    } catch (error) {
      notBefore = when.getTime() + waitMs
      waitMs = Math.min(60_000, waitMs * 2)
      log.warn({ err: error, keys: keys.length }, 'the cache in front was not told; it will be')
      return
    }
    await markPurged(db, ids, when)
  }
}

// What cannot be written now is counted on and written a minute later.
async function writeReads({ db, reads }: ClockWork, when: Date) {
  const taken = reads.take()
  try {
    await addReads(db, taken, when)
  } catch (error) {
    reads.giveBack(taken)
    throw error
  }
}

async function sweepEnded(db: Database, sessions: SessionDoor, when: Date) {
  await sessions.sweep(when)
  await sweepMailedTokens(db, when)
  await sweepPaperChanges(db, when)
  await sweepSubscribers(db, when)
  await sweepIssues(db, when)
}

async function runJob(name: string, work: Job['work'], log: Logger) {
  try {
    await work(new Date())
  } catch (error) {
    log.error({ err: error, job: name }, 'a job failed; it will run again')
  }
}
