/** In a browser: compiles scenarios here, runs them in the worker of the built page, and tells their digests. */
import { compileScenario, parseScenario } from '../../../../src/scenario'
import type { FromRunWorker, ToRunWorker } from '../../../../src/workers'

/** Digest of a run after so many days, as the worker of this address computes it, by the id of the scenario. */
export type DigestsOf = (
  worker: string,
  texts: readonly string[],
  days: number,
) => Promise<Record<string, string>>

function digestOf(worker: Worker, text: string, days: number, generation: number): Promise<[string, string]> {
  const parsed = parseScenario(text)
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.issues))
  const spec = compileScenario(parsed.scenario)
  return new Promise((resolve, reject) => {
    worker.onerror = ({ message }) => reject(new Error(message))
    worker.onmessage = ({ data }: MessageEvent<FromRunWorker | { readonly type: 'answered' }>) => {
      if (data.type === 'failed') reject(new Error(`${spec.id}, day ${data.day}: ${data.message}`))
      if (data.type === 'frame' && data.generation === generation && data.frame.day === days)
        resolve([spec.id, `${spec.scenarioDigest} ${data.frame.digest}`])
    }
    const post = (message: ToRunWorker) => worker.postMessage(message)
    post({ type: 'load', generation, segments: [{ fromDay: 0, spec }], seed: spec.seed })
    post({ type: 'seek', generation, day: days })
  })
}

const digestsOf: DigestsOf = async (address, texts, days) => {
  const worker = new Worker(address, { type: 'module' })
  const digests: Record<string, string> = {}
  for (const [generation, text] of texts.entries()) {
    const [id, digest] = await digestOf(worker, text, days, generation)
    digests[id] = digest
  }
  worker.terminate()
  return digests
}

Object.assign(globalThis, { digestsOf })
