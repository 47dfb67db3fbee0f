// A command of the built house in a process of its own.
import { type ChildProcess, spawn } from 'node:child_process'
import { root } from '../../bin/build.mjs'

/** `said` grows while it runs; `ended` gives its exit code. */
export type Started = { child: ChildProcess; said: { out: string; err: string }; ended: Promise<number | null> }

/** Starts node with `args` in the project's folder; no environment but `env` and NODE_ENV. */
export function started(args: string[], env: Record<string, string>): Started {
  const child = spawn(process.execPath, args, {
    cwd: root,
    env: { NODE_ENV: 'production', ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const said = { out: '', err: '' }
  child.stdout.on('data', (part) => {
    said.out += part
  })
  child.stderr.on('data', (part) => {
    said.err += part
  })
  const killed = () => child.kill('SIGKILL') // whatever becomes of the test, no server stays behind
  process.once('exit', killed)
  const ended = new Promise<number | null>((resolve) =>
    child.once('exit', (code) => {
      process.off('exit', killed)
      resolve(code)
    }),
  )
  return { child, said, ended }
}
