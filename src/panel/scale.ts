/** Scales of sliders: linear, or logarithmic where plausible values span more than two decades. */
import type { ParameterRow } from '../scenario'

export interface SliderScale {
  /** Position of the knob, 0..1. */
  toPosition(value: number): number
  toValue(position: number): number
}

/** A range this many times the default is logarithmic even if the schema does not say so. */
const WIDE = 20

/** The scale of a parameter with limits; undefined without them. */
export function sliderScaleOf(row: ParameterRow): SliderScale | undefined {
  const { min, max } = row
  if (min === undefined || max === undefined) return undefined
  const usual = typeof row.default === 'number' ? row.default : 0
  const bent = min >= 0 && (row.scale === 'log' || (usual > 0 && max > WIDE * usual))
  const rounded = (value: number) => Math.max(min, Math.min(max, roundedTo(row, value)))
  if (!bent) {
    return {
      toPosition: (value) => (value - min) / (max - min),
      toValue: (position) => rounded(min + position * (max - min)),
    }
  }
  const offset = min > 0 ? 0 : (usual > 0 ? usual : max / 1000) / 4
  const low = Math.log(min + offset)
  const span = Math.log(max + offset) - low
  return {
    toPosition: (value) => (Math.log(value + offset) - low) / span,
    toValue: (position) => rounded(Math.exp(low + position * span) - offset),
  }
}

/** A value as the parameter takes it: whole, on its step, or with three significant digits. */
export function roundedTo(row: ParameterRow, value: number): number {
  if (row.type === 'integer') return Math.round(value)
  const { step } = row
  if (step !== undefined) return Number((Math.round(value / step) * step).toPrecision(12))
  return Number(value.toPrecision(3))
}
