// The timetable: what the clock does by itself, and how often.
import { Cron } from 'croner'
import { type Mailer, sendDueLetters } from '#app/newsroom/letters/send-letters.server.ts'
import { outletOf } from '#app/newsroom/outlet/outlet.server.ts'
import type { Logger } from '#app/platform/log.server.ts'
import type { SessionDoor } from '#app/platform/session.server.ts'
import type { Database } from '#db/client.ts'

export type ClockWork = {
  db: Database
  mailer: Mailer
  sessions: SessionDoor
  siteUrl: string
  log: Logger
}

export type Clock = {
  /** Takes no new work and waits for what is running. */
  stop(): Promise<void>
}

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
      await Promise.all(running)
    },
  }
}

function timetable({ db, mailer, sessions, siteUrl }: ClockWork): Job[] {
  return [
    {
      name: 'send-letters',
      every: '* * * * * *',
      work: async (when) => sendDueLetters(db, mailer, { url: siteUrl, outletName: (await outletOf(db)).name }, when),
    },
    { name: 'sweep', every: '0 7 * * * *', work: (when) => sessions.sweep(when) },
  ]
}

async function runJob(name: string, work: Job['work'], log: Logger) {
  try {
    await work(new Date())
  } catch (error) {
    log.error({ err: error, job: name }, 'a job failed; it will run again')
  }
}
