/** Pool of worker threads: every result is put at the place of its plan, so that arrival order is invisible. */
import { Worker } from 'node:worker_threads'
import type { ModelSpec } from '../engine'
import type { RunPlan, RunResult } from '../experiment'

export interface PoolOptions {
  readonly workers: number
  /** Called after each finished run with the number of finished runs. */
  readonly onProgress: (done: number) => void
  /** Aborting ends the pool; what is finished is answered. */
  readonly signal: AbortSignal
}

/** Runs all plans; `undefined` stands for a run that an interrupt prevented. */
export function runAll(
  spec: ModelSpec,
  plans: readonly RunPlan[],
  options: PoolOptions,
): Promise<(RunResult | undefined)[]> {
  const results = new Array<RunResult | undefined>(plans.length).fill(undefined)
  let next = 0
  let done = 0
  return new Promise((resolve, reject) => {
    const threads = Array.from({ length: Math.min(options.workers, plans.length) }, () => {
      return new Worker(new URL('./run.worker.js', import.meta.url), { workerData: spec })
    })
    const end = () => {
      options.signal.removeEventListener('abort', finish)
      for (const thread of threads) void thread.terminate()
    }
    const finish = () => {
      end()
      resolve(results)
    }
    const fail = (error: Error) => {
      end()
      reject(error)
    }
    options.signal.addEventListener('abort', finish, { once: true })
    for (const thread of threads) {
      let current = -1
      const give = () => {
        if (next >= plans.length) return
        current = next++
        thread.postMessage(plans[current])
      }
      thread.on('message', (result: RunResult) => {
        results[current] = result
        options.onProgress(++done)
        if (done === plans.length) finish()
        else give()
      })
      thread.on('error', fail)
      give()
    }
  })
}
