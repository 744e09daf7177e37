/** The pool of threads: runs in order, and what is lost takes nothing along. */
import { describe, expect, it } from 'vitest'
import type { Job } from '../../src/cli/job'
import { createOrder } from '../../src/cli/order'
import type { LostRun } from '../../src/cli/pool'
import { replicationPlans, run } from '../../src/experiment'
import { ENDS_QUIETLY, ENDS_WITH_ERROR, NEVER_ENDS, TAKES_LONG } from '../support/faulty.days'
import { bundledPool } from '../support/programs'
import { checkpoint, line, specOf } from '../support/scenarios'

const spec = specOf(line([checkpoint('gate', { interdictionOdds: 0.2 })]))
const pool = await bundledPool()
const faulty = await bundledPool('tests/support/faulty.worker.ts')

/** Jobs of 5 days each, but for some by their replication. */
function jobsOf(count: number, days: Readonly<Record<number, number>> = {}): Job[] {
  return replicationPlans({ seed: 'pool', days: 5, series: false }, count).map((plan) => ({
    spec: 0,
    plan: { ...plan, days: days[plan.replication] ?? plan.days },
  }))
}

async function finished(
  { runAll }: typeof pool,
  jobs: readonly Job[],
  workers: number,
  signal = new AbortController().signal,
) {
  const replications: number[] = []
  const lost = await runAll([spec], jobs, {
    workers,
    signal,
    onResult: ({ replication }) => void replications.push(replication),
  })
  const reasons = Object.fromEntries(lost.map(({ job, reason }: LostRun) => [job.plan.replication, reason]))
  return { replications, reasons }
}

describe('results that end in any order', () => {
  it('are handed on in the order of their numbers, as soon as all before them have come', () => {
    const seen: string[] = []
    const order = createOrder<string>((result, i) => void seen.push(`${i}${result}`))
    order.settle(1, 'b')
    expect([seen.length, order.delivered]).toEqual([0, 0])
    order.settle(0, 'a')
    expect([seen, order.delivered]).toEqual([['0a', '1b'], 2])
    order.settle(2, undefined)
    order.settle(5, 'f')
    order.settle(4, 'e')
    expect([seen.length, order.delivered]).toEqual([2, 3])
    order.flush()
    expect(seen).toEqual(['0a', '1b', '4e', '5f'])
  })
})

describe('a pool', () => {
  it.each([1, 2, 3])('of %d threads brings every run in order, as it is on its own', async (workers) => {
    const results: unknown[] = []
    const jobs = jobsOf(7)
    const lost = await pool.runAll([spec], jobs, {
      workers,
      onResult: (result: unknown) => void results.push(result),
    })
    expect(lost).toEqual([])
    expect(results).toEqual(jobs.map(({ plan }) => run(spec, plan)))
  })

  it('loses only the run that throws', async () => {
    const jobs = jobsOf(5).map((job) =>
      job.plan.replication === 3 ? { ...job, plan: { ...job.plan, days: -1, series: true } } : job,
    )
    const { replications, reasons } = await finished(pool, jobs, 2)
    expect(replications).toEqual([1, 2, 4, 5])
    expect(reasons).toEqual({ 3: expect.stringContaining('memory') })
  })

  it('loses only the runs whose thread ended without a word or with an error', async () => {
    const days = { 2: ENDS_QUIETLY, 4: ENDS_WITH_ERROR }
    const { replications, reasons } = await finished(faulty, jobsOf(8, days), 2)
    expect(replications).toEqual([1, 3, 5, 6, 7, 8])
    expect(reasons).toEqual({
      2: 'its thread ended with code 0',
      4: 'the thread broke',
    })
  })

  it('gives up when no thread lives, and says of every run that it is lost', async () => {
    const all = Object.fromEntries(Array.from({ length: 50 }, (_, i) => [i + 1, ENDS_QUIETLY]))
    const { replications, reasons } = await finished(faulty, jobsOf(50, all), 2)
    expect(replications).toEqual([])
    expect(Object.keys(reasons)).toHaveLength(50)
  })

  it('hands on what is finished when it is stopped, also behind a run that is not', async () => {
    const stop = new AbortController()
    const results: number[] = []
    const jobs = jobsOf(6, { 1: NEVER_ENDS })
    const lost = await faulty.runAll([spec], jobs, {
      workers: 2,
      signal: stop.signal,
      onResult: ({ replication }: { replication: number }) => void results.push(replication),
      onProgress: (done: number) => {
        if (done === 4) stop.abort()
      },
    })
    expect([results, lost]).toEqual([[2, 3, 4, 5], []])
  })

  it('keeps no more runs in memory than a few for each thread, however long the first takes', async () => {
    let most = 0
    let delivered = 0
    await faulty.runAll([spec], jobsOf(120, { 1: TAKES_LONG }), {
      workers: 2,
      onResult: () => void delivered++,
      onProgress: (done: number) => {
        most = Math.max(most, done - delivered)
      },
    })
    expect(delivered).toBe(120)
    expect(most).toBeLessThanOrEqual(32)
  })

  it('fails with what the receiver of results throws', async () => {
    const onResult = () => {
      throw new Error('nowhere to go')
    }
    await expect(pool.runAll([spec], jobsOf(4), { workers: 2, onResult })).rejects.toThrow('nowhere to go')
  })
})
