/**
 * Pool of worker threads: runs come back in the order of their plans, whatever the order in which they end.
 */
import { Worker } from 'node:worker_threads'
import type { ModelSpec } from '../engine'
import type { RunResult } from '../experiment'
import { text } from '../text'
import type { Answer, Fault, Job } from './job'
import { createOrder } from './order'

const words = text.commandLine
/**
 * Threads in a row that may end without a single finished run between them, beyond one for each place in the
 * pool.
 */
const MAX_LOST = 4
/**
 * Runs for each thread that may be ahead of the first unfinished one, which bounds what is kept in memory.
 */
const AHEAD = 16

export interface LostRun extends Fault {
  readonly job: Job
}

export interface PoolOptions {
  readonly workers: number
  /** Called with each finished run in the order of the jobs; lost ones are left out. */
  readonly onResult: (result: RunResult, job: Job) => void
  /** Called after each finished run with the number of finished runs. */
  readonly onProgress?: (done: number) => void
  /** Aborting ends the pool; what is finished by then still comes, in order. */
  readonly signal?: AbortSignal
}

/**
 * Runs all jobs and returns the runs that were lost, because they failed or their thread ended. A lost run
 * affects no other. Rejects only with what `onResult` throws.
 */
export function runAll(
  specs: readonly ModelSpec[],
  jobs: readonly Job[],
  { workers, onResult, onProgress, signal }: PoolOptions,
): Promise<readonly LostRun[]> {
  const lost: LostRun[] = []
  const places = Math.min(workers, jobs.length)
  const threads = new Set<Thread>()
  const order = createOrder<RunResult>((result, i) => onResult(result, jobs[i] as Job))
  let next = 0
  let settled = 0
  let done = 0
  let deaths = 0
  return new Promise((resolve, reject) => {
    function end(): void {
      signal?.removeEventListener('abort', end)
      for (const thread of threads) thread.end()
      try {
        order.flush()
        resolve(lost)
      } catch (error) {
        reject(error)
      }
    }

    function settle(index: number, answer: Answer): void {
      settled++
      if ('reason' in answer) lost.push({ job: jobs[index] as Job, ...answer })
      else {
        deaths = 0
        done++
      }
      try {
        order.settle(index, 'result' in answer ? answer.result : undefined)
        onProgress?.(done)
      } catch (error) {
        for (const thread of threads) thread.end()
        reject(error)
      }
    }

    /** Gives work to every idle thread, as far as there is work to be given now. */
    function giveAll(): void {
      if (settled === jobs.length) end()
      for (const thread of threads) {
        if (next >= jobs.length || next >= order.delivered + places * AHEAD) return
        if (!thread.isIdle) continue
        thread.start(next, jobs[next] as Job)
        next++
      }
    }

    function open(): void {
      const thread = openThread(specs, {
        onAnswer(index, answer) {
          settle(index, answer)
          giveAll()
        },
        onDeath(index, reason) {
          threads.delete(thread)
          deaths++
          if (index !== undefined) settle(index, { reason, isRefused: false })
          if (deaths >= places + MAX_LOST) giveUp(reason)
          if (next < jobs.length) open()
          giveAll()
        },
      })
      threads.add(thread)
    }

    /** Loses what no thread has been given yet, when threads do not live long enough. */
    function giveUp(reason: string): void {
      while (next < jobs.length) settle(next++, { reason, isRefused: false })
    }

    if (signal?.aborted) return end()
    signal?.addEventListener('abort', end, { once: true })
    for (let i = 0; i < places; i++) open()
    giveAll()
  })
}

interface Thread {
  readonly isIdle: boolean
  start(index: number, job: Job): void
  /** Ends it without a word. */
  end(): void
}

interface ThreadEvents {
  readonly onAnswer: (index: number, answer: Answer) => void
  /** It ended by itself, while it worked on a job or not. */
  readonly onDeath: (index: number | undefined, reason: string) => void
}

function openThread(specs: readonly ModelSpec[], { onAnswer, onDeath }: ThreadEvents): Thread {
  const worker = new Worker(new URL('./run.worker.js', import.meta.url), { workerData: specs })
  let current: number | undefined
  let reason: string | undefined
  let isEnded = false
  worker.on('message', (answer: Answer) => {
    const index = current
    current = undefined
    if (index !== undefined && !isEnded) onAnswer(index, answer)
  })
  worker.on('error', (error: unknown) => {
    reason = error instanceof Error ? error.message : String(error)
  })
  worker.on('exit', (code) => {
    if (!isEnded) onDeath(current, reason ?? words.threadEnded(code))
  })
  return {
    get isIdle() {
      return current === undefined
    },
    start(index, job) {
      current = index
      worker.postMessage(job)
    },
    end() {
      isEnded = true
      void worker.terminate()
    },
  }
}
