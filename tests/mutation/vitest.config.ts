/** Tests of one mutant: a source is changed as it is read, and the files run one by one in the order that is asked for. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Plugin } from 'vite'
import { defineConfig } from 'vitest/config'
import { BaseSequencer, type TestSpecification } from 'vitest/node'
import { type Mutant, mutated } from './mutants'

const ROOT = join(import.meta.dirname, '../..')

/** What `mutate` sends along. */
export interface Task {
  /** Absent: the sources as they are. */
  readonly mutant?: Mutant
  /** Test files in the order in which they run. */
  readonly files: readonly string[]
}

const task: Task = JSON.parse(process.env.CONTRAFLOW_MUTATION ?? '{"files":[]}')

class InOrder extends BaseSequencer {
  override async sort(specifications: TestSpecification[]): Promise<TestSpecification[]> {
    const place = ({ moduleId }: TestSpecification) =>
      task.files.findIndex((file) => plain(moduleId).endsWith(file))
    return [...specifications].sort((a, b) => place(a) - place(b))
  }
}

/** Whether a module is the source with the mutant. */
function isMutated(id: string): boolean {
  return task.mutant !== undefined && plain(id) === plain(join(ROOT, 'src', task.mutant.file))
}

function plain(path: string): string {
  return path.replaceAll('\\', '/')
}

/** Changes the source; all other modules are kept from one mutant to the next. */
const mutation: Plugin = {
  name: 'contraflow-mutant',
  enforce: 'pre',
  load(id) {
    if (task.mutant === undefined || !isMutated(id)) return undefined
    return mutated(readFileSync(id, 'utf8'), task.mutant)
  },
  configureVitest({ experimental_defineCacheKeyGenerator }) {
    experimental_defineCacheKeyGenerator(({ id }) => (isMutated(id) ? false : undefined))
  },
}

export default defineConfig({
  root: ROOT,
  plugins: [mutation],
  test: {
    include: [...task.files],
    setupFiles: ['tests/support/record.setup.ts'],
    reporters: ['json'],
    sequence: { sequencer: InOrder },
    isolate: false,
    fileParallelism: false,
    bail: 1,
    testTimeout: 600_000,
    hookTimeout: 600_000,
    experimental: { fsModuleCache: true },
  },
})
