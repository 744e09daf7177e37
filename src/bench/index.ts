/**
 * The benchmark: the engine on the standard workload STD v1. The page's part is in `page.ts`, which needs a
 * browser.
 */
export { type BenchSettings, runBenchmark, tableOf } from './report'
export type { Figure, Progress } from './suites'
export { type Size, WORKLOADS } from './workload'
