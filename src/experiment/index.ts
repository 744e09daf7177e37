/** Experiments: what to run, one run, and the runs together. */
export { type Calibration, type CalibrationStep, calibrate, isMet } from './calibrate'
export { createSummaries, type MeasureSummary, replicationPlans } from './ensemble'
export { reasonOf } from './reason'
export { type RunPlan, type RunResult, run, type Window } from './run'
export { type Target, type Targets, targetsOf, targetValue } from './targets'
