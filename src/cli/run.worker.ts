/** Worker thread of the command line: runs the jobs that it is sent, one after the other. */
import { parentPort, workerData } from 'node:worker_threads'
import { CapacityError, type ModelSpec } from '../engine'
import { reasonOf, run } from '../experiment'
import type { Answer, Job } from './job'

const specs = workerData as readonly ModelSpec[]

function answerTo({ spec, plan }: Job): Answer {
  try {
    return { result: run(specs[spec] as ModelSpec, plan) }
  } catch (error) {
    return { reason: reasonOf(error), isRefused: error instanceof CapacityError }
  }
}

parentPort?.on('message', (job: Job) => parentPort?.postMessage(answerTo(job)))
