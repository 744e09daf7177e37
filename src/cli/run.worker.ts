/** Worker thread of the command line: runs what it is sent, one plan after the other. */
import { parentPort, workerData } from 'node:worker_threads'
import type { ModelSpec } from '../engine'
import { type RunPlan, run } from '../experiment'

const spec = workerData as ModelSpec
parentPort?.on('message', (plan: RunPlan) => parentPort?.postMessage(run(spec, plan)))
