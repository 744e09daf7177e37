/** Experiments: what to run, one run, and the runs together. */
export { type MeasureSummary, replicationPlans, summariseRuns } from './ensemble'
export { type RunPlan, type RunResult, run, type Window } from './run'
