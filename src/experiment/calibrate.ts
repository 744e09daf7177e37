/**
 * Calibration: factors on free parameters for which the model meets its targets best (Levenberg-Marquardt on
 * logarithms) (D5).
 */
import { exp, ln } from '../engine'
import type { FreeParameterEntry } from '../scenario'
import type { Target } from './targets'

/** Relative step by which each parameter is moved to see what it does. */
const STEP = 0.1
/** The search ends when no logarithm changes by more than this. */
const FINE = 0.002
/** Smallest damping; it keeps parameters that hardly matter near their current values. */
const DAMPING = 1e-4
/** A step that does not help is retried with `SHORTER` times the damping, at most `TRIES` times. */
const SHORTER = 30
const TRIES = 5

export interface CalibrationStep {
  /** Factor per free parameter, relative to the scenario's own values. */
  readonly factors: readonly number[]
  /** Model value per target. */
  readonly values: readonly number[]
  /** Root mean square of the weighted residuals, and the largest of them. */
  readonly misfit: number
  readonly worst: number
}

/**
 * Why the search ended: the next step was too small to matter, no step helped, or the iterations were used
 * up.
 */
export type CalibrationEnding = 'small-step' | 'no-better-step' | 'out-of-iterations'

export interface Calibration {
  readonly steps: readonly CalibrationStep[]
  readonly best: CalibrationStep
  readonly ending: CalibrationEnding
}

/** Returns the mean model value of each target under these factors, with the same random draws every time. */
export type Evaluate = (factors: readonly number[]) => Promise<readonly number[]>

/** How far a target may be off, as a difference of logarithms: half its range, else 5 %. */
export function toleranceOf({ entry: { low, high } }: Target): number {
  return low !== undefined && high !== undefined && low > 0 && high > low ? ln(high / low) / 2 : 0.05
}

/**
 * How far the model is off, as a difference of logarithms: from the value, or from the bounds where there is
 * none.
 */
function offBy({ entry: { value, low, high } }: Target, model: number): number {
  if (value !== undefined) return ln(model / value)
  if (low !== undefined && model < low) return ln(model / low)
  return high !== undefined && model > high ? ln(model / high) : 0
}

/** Weighted residual of each target: how far it is off in units of its tolerance. */
function residuals(targets: readonly Target[], values: readonly number[]): number[] {
  return targets.map((target, i) => {
    const weighted = offBy(target, values[i]) / toleranceOf(target)
    return Math.max(-1e6, Math.min(1e6, weighted))
  })
}

function misfitOf(weighted: readonly number[]): number {
  let sum = 0
  for (const residual of weighted) sum += residual * residual
  return Math.sqrt(sum / Math.max(1, weighted.length))
}

/**
 * Looks for the factors within their ranges. Targets and values are positive; a target without a value is met
 * within its bounds. Every iteration costs one evaluation per free parameter and one more; `maxIterations`
 * bounds them. `onBetter` is called with the first step and each better one.
 */
export async function calibrate(
  targets: readonly Target[],
  free: readonly FreeParameterEntry[],
  evaluate: Evaluate,
  maxIterations: number,
  onBetter: (best: CalibrationStep) => void = () => undefined,
): Promise<Calibration> {
  let logs = free.map(() => 0)
  const stepAt = async (at: readonly number[]): Promise<CalibrationStep> => {
    const factors = at.map((value) => exp(value))
    const values = await evaluate(factors)
    const weighted = residuals(targets, values)
    const worst = weighted.reduce((max, residual) => Math.max(max, Math.abs(residual)), 0)
    return { factors, values, misfit: misfitOf(weighted), worst }
  }
  const steps = [await stepAt(logs)]
  let best = steps[0] as CalibrationStep
  onBetter(best)
  let damping = DAMPING
  for (let iteration = 0; iteration < maxIterations; iteration++) {
    const now = residuals(targets, best.values)
    const slopes: number[][] = []
    for (let p = 0; p < free.length; p++) {
      const moved = logs.map((value, i) => (i === p ? value + STEP : value))
      const values = await evaluate(moved.map((value) => exp(value)))
      slopes.push(residuals(targets, values).map((residual, i) => (residual - now[i]) / STEP))
    }
    const before = best
    for (let attempt = 0; attempt < TRIES && best === before; attempt++) {
      const change = dampedStep(slopes, now, damping)
      const next = logs.map((value, p) => within(value + change[p], free[p]))
      if (next.every((value, p) => Math.abs(value - logs[p]) < FINE))
        return { steps, best, ending: attempt === 0 ? 'small-step' : 'no-better-step' }
      const step = await stepAt(next)
      steps.push(step)
      damping = Math.max(DAMPING, step.misfit < best.misfit ? damping / SHORTER : damping * SHORTER)
      if (step.misfit >= best.misfit) continue
      best = step
      onBetter(best)
      logs = next
    }
    if (best === before) return { steps, best, ending: 'no-better-step' }
  }
  return { steps, best, ending: 'out-of-iterations' }
}

/** Whether every target is met within its tolerance. */
export function isMet({ best }: Calibration): boolean {
  return best.worst <= 1
}

function within(value: number, { low, high }: FreeParameterEntry): number {
  return Math.min(ln(high), Math.max(ln(low), value))
}

/**
 * Solves (J J' + damping) x = -J r, where row p of J holds the slopes of all residuals along parameter p
 * (Marquardt 1963).
 */
function dampedStep(
  slopes: readonly (readonly number[])[],
  now: readonly number[],
  damping: number,
): number[] {
  const dot = (a: readonly number[], b: readonly number[]) =>
    a.reduce((sum, value, i) => sum + value * b[i], 0)
  const matrix = slopes.map((row, p) =>
    slopes.map((other, q) => dot(row, other) * (p === q ? 1 + damping : 1) + (p === q ? DAMPING : 0)),
  )
  return solved(
    matrix,
    slopes.map((row) => -dot(row, now)),
  )
}

/** Gaussian elimination with row pivots; the matrix is symmetric and positive definite. */
function solved(matrix: readonly (readonly number[])[], right: readonly number[]): number[] {
  const size = right.length
  const rows = matrix.map((row, i) => [...row, right[i]])
  for (let column = 0; column < size; column++) {
    let pivot = column
    for (let r = column + 1; r < size; r++)
      if (Math.abs(rows[r][column]) > Math.abs(rows[pivot][column])) pivot = r
    const top = rows[pivot]
    rows[pivot] = rows[column]
    rows[column] = top
    for (let r = column + 1; r < size; r++) {
      const row = rows[r]
      const factor = row[column] / top[column]
      for (let i = column; i <= size; i++) row[i] -= factor * top[i]
    }
  }
  const result = new Array<number>(size).fill(0)
  for (let r = size - 1; r >= 0; r--) {
    const row = rows[r]
    let sum = row[size]
    for (let i = r + 1; i < size; i++) sum -= row[i] * result[i]
    result[r] = sum / row[r]
  }
  return result
}
