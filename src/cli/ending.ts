/** Ending: what a program prints about lost files and runs, and the exit code that follows. */
import { text } from '../text'
import { EXIT } from './failure'
import type { Output } from './outputs'
import type { LostRun } from './pool'
import type { Stop } from './stopping'
import { printNote } from './terminal'

const words = text.commandLine
/** Lost runs that are listed one by one. */
const MAX_NAMED = 5

export function tellLost(lost: readonly LostRun[]): void {
  printNote(...lost.slice(0, MAX_NAMED).map(({ job, reason }) => words.lostRun(job.plan.replication, reason)))
  if (lost.length > MAX_NAMED) printNote(words.moreLost(lost.length - MAX_NAMED))
}

/** Ends all outputs and prints what became of them; returns whether each could be written. */
export function closeAll(outputs: readonly Output[], areWhole: boolean): boolean {
  const closed = outputs.map((output) => output.close(areWhole))
  printNote(...closed.flatMap(({ lines }) => lines))
  return closed.every(({ ok }) => ok)
}

/**
 * A stop comes before runs that were lost, by a fault of ours or as the scenario asks too much, and those
 * before output that could not be written.
 */
export function codeAtEnd(stop: Stop, lost: readonly LostRun[], isWritten: boolean): number {
  if (stop.exitCode !== undefined) return stop.exitCode
  if (lost.length > 0) return lost.every(({ isRefused }) => isRefused) ? EXIT.wrongInput : EXIT.fault
  return isWritten ? EXIT.done : EXIT.cannotWrite
}
