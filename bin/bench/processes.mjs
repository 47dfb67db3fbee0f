// What the operating system says of a process tree: processor time and memory. Linux only, because it reads /proc.
import { readdirSync, readFileSync } from 'node:fs'

/** Processor time of a process and its children so far, in microseconds. @param {number} pid @returns {number} */
export function cpuMicroseconds(pid) {
  let total = 0
  for (const one of treeOf(pid))
    for (const task of readdirSync(`/proc/${one}/task`)) {
      try {
        total += Number(readFileSync(`/proc/${one}/task/${task}/schedstat`, 'utf8').split(' ')[0]) / 1000
      } catch {
        // the thread has just ended
      }
    }
  return total
}

/** Resident memory of a process tree in MB. @param {number} pid @returns {number} */
export function memoryMegabytes(pid) {
  return treeOf(pid)
    .map((one) => Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${one}/status`, 'utf8'))?.[1] ?? 0) / 1024)
    .reduce((sum, size) => sum + size, 0)
}

/** @param {number} pid @returns {number[]} */
function treeOf(pid) {
  const children = readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8')
    .trim()
    .split(' ')
    .filter(Boolean)
    .map(Number)
  return [pid, ...children.flatMap(treeOf)]
}
