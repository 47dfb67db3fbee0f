// The files that house tests look at: what git knows of, by folder and ending, with their text.
import { execFileSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'

/** Paths below the folders, kept by git or about to be, that end in one of the endings. */
export function filesIn(folders: string[], endings: RegExp): string[] {
  const listed = execFileSync('git', ['ls-files', '--cached', '--others', '--exclude-standard', '--', ...folders], {
    encoding: 'utf8',
    maxBuffer: 16 * 1024 * 1024,
  })
  return listed.split('\n').filter((path) => endings.test(path) && existsSync(path))
}

/** The text of a file of the house; paths are from its root. */
export function textOf(path: string): string {
  return readFileSync(path, 'utf8')
}
