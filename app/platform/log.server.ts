// The program's log: JSON lines that name routes and ids, never people, words or addresses.
import { type Logger, pino } from 'pino'
import type { Settings } from '#app/platform/env.server.ts'

export type { Logger }

/** Opens the log on standard output. */
export function openLog(level: Settings['logLevel']): Logger {
  return pino({
    level,
    base: undefined,
    serializers: { err: plainError },
    timestamp: pino.stdTimeFunctions.isoTime,
  })
}

// Of an error only what a programmer needs: database errors also carry the query's values, which may be anybody's words.
function plainError(error: unknown): unknown {
  if (!(error instanceof Error)) return { message: typeof error }
  const code = 'code' in error && typeof error.code === 'string' ? error.code : undefined
  const frames = (error.stack ?? '').split('\n').filter((line) => /^\s+at /.test(line))
  const message = error.message.split(/\nparams:/i)[0]?.slice(0, 300)
  const cause = error.cause instanceof Error ? plainError(error.cause) : undefined
  return { type: error.name, message, code, stack: frames.slice(0, 12).map((line) => line.trim()), cause }
}
