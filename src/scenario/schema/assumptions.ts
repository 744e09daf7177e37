/** Assumptions that hold everywhere. */
import { z } from 'zod'
import { meta, num, share } from './fields'

export const assumptions = z
  .strictObject({
    reviewDays: num('assumptions.reviewDays', {
      unit: 'days',
      min: 1,
      max: 365,
      default: 7,
      integer: true,
      step: 1,
    }),
    bribeHalfSalaryYears: num('assumptions.bribeHalfSalaryYears', {
      unit: 'years of pay',
      min: 0.001,
      max: 1_000,
      default: 1,
      scale: 'log',
    }),
    convictionProbability: share('assumptions.convictionProbability', 0.5, 'policy'),
    recruitmentDays: num('assumptions.recruitmentDays', {
      unit: 'days',
      min: 0,
      max: 3_650,
      default: 60,
      integer: true,
      step: 1,
    }),
    recruitmentCostUsd: num('assumptions.recruitmentCostUsd', {
      unit: 'USD',
      min: 0,
      max: 10_000_000,
      default: 1_000,
      scale: 'log',
    }),
    bribeMarket: z
      .enum(['none', 'independent-posts'])
      .default('none')
      .meta(meta('assumptions.bribeMarket', { unit: '', role: 'unknown' })),
    tripValueUsd: num('assumptions.tripValueUsd', {
      unit: 'USD',
      min: 0,
      max: 1e9,
      default: 1_000,
      role: 'unknown',
      scale: 'log',
    }),
    releaseDays: num('assumptions.releaseDays', {
      unit: 'days',
      min: 0,
      max: 3_650,
      default: 30,
      integer: true,
      step: 1,
    }),
  })
  .prefault({})
