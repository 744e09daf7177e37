/** A worker thread that fails as its plan says: by the number of its days. */
import { parentPort, workerData } from 'node:worker_threads'
import type { Answer, Job } from '../../src/cli/job'
import type { ModelSpec } from '../../src/engine'
import { run } from '../../src/experiment'
import { ENDS_QUIETLY, ENDS_WITH_ERROR, NEVER_ENDS, TAKES_LONG } from './faulty.days'

const specs = workerData as readonly ModelSpec[]

parentPort?.on('message', ({ spec, plan }: Job) => {
  if (plan.days === ENDS_QUIETLY) process.exit(0)
  if (plan.days === ENDS_WITH_ERROR) throw new Error('the thread broke')
  if (plan.days === NEVER_ENDS) return
  const days = plan.days === TAKES_LONG ? 1 : plan.days
  const answer = (): Answer => ({ result: run(specs[spec] as ModelSpec, { ...plan, days }) })
  if (plan.days === TAKES_LONG) setTimeout(() => parentPort?.postMessage(answer()), 400)
  else parentPort?.postMessage(answer())
})
