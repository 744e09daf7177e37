/** After each test file of the model: its verified cases are those on record. */
import { afterAll } from 'vitest'
import { settleRecord } from './verification'

// biome-ignore lint/correctness/noEmptyPattern: Vitest wants a pattern before the suite
afterAll(({}, suite) => settleRecord(suite.file))
