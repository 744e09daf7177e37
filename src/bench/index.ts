/** The benchmark: the engine against a bare kernel and against plain objects on the standard workload STD v1. */
export { type BenchSettings, runBenchmark, tableOf } from './report'
export { type Size, WORKLOADS } from './workload'
