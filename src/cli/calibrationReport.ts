/**
 * What `calibrate` prints: targets with their residuals, free parameters, what was not fitted, prices along
 * the way.
 */
import { mainPrices, type Summary } from '../analysis'
import { ENGINE_VERSION, type World } from '../engine'
import { type Calibration, isMet, type Target } from '../experiment'
import { getAt, type Scenario, scaledValues } from '../scenario'
import { text } from '../text'
import { aligned, intervalText, shortNumber } from './table'

const words = text.commandLine.calibration

export interface TargetRow {
  readonly target: Target
  /** Of the model on fresh replications. */
  readonly summary: Summary
  /** Of the model before fitting, where it is fitted to. */
  readonly before: number | undefined
}

export interface Fit {
  readonly scenario: Scenario
  readonly result: Scenario
  readonly factors: readonly number[]
  /** Undefined where nothing was fitted. */
  readonly calibration: Calibration | undefined
  readonly rows: readonly TargetRow[]
  readonly replications: number
  /** One world of the result at its end. */
  readonly world: World
}

export function calibrationReport(fit: Fit): string[] {
  const { scenario, calibration, rows, replications } = fit
  const { freeParameters: free } = scenario
  const fitted = rows.filter(({ target }) => target.entry.use === 'fit')
  const reported = rows.filter(({ target }) => target.entry.use === 'report')
  const head =
    calibration === undefined
      ? [words.checked(replications)]
      : [
          words.method(free.length, fitted.length, replications, calibration.steps.length - 1),
          words.endings[calibration.ending],
          ...(isMet(calibration) ? [] : [words.notMet]),
          words.misfit(
            shortNumber(calibration.steps[0]?.misfit ?? Number.NaN),
            shortNumber(calibration.best.misfit),
          ),
        ]
  const lines = [
    words.heading(scenario.title, scenario.id),
    ...head,
    '',
    words.targets,
    ...aligned([['', ...words.targetColumns], ...fitted.map(targetCells)]),
  ]
  if (calibration !== undefined)
    lines.push('', words.parameters, ...aligned([['', ...words.parameterColumns], ...parameterCells(fit)]))
  if (reported.length > 0)
    lines.push(
      '',
      words.reported,
      ...aligned([['', ...words.reportedColumns], ...reported.map(reportedCells)]),
    )
  for (const chain of namedPrices(fit.world)) {
    const rows = chain.places.map(({ place, price, reference, purity }) => [
      place,
      shortNumber(price),
      shortNumber(reference),
      shortNumber(purity),
    ])
    lines.push(
      '',
      words.chain(chain.commodity, chain.route),
      ...aligned([['', ...words.chainColumns], ...rows]),
    )
  }
  return lines
}

function rangeOf({ low, high }: Target['entry']): string {
  if (low !== undefined && high !== undefined) return `${shortNumber(low)} .. ${shortNumber(high)}`
  if (low !== undefined) return `>= ${shortNumber(low)}`
  return high === undefined ? '' : `<= ${shortNumber(high)}`
}

function isInRange({ entry: { low, high } }: Target, value: number): boolean | undefined {
  if (low === undefined && high === undefined) return undefined
  return value >= (low ?? value) && value <= (high ?? value)
}

function targetCells({ target, summary, before }: TargetRow): string[] {
  const { entry } = target
  const aim = entry.value
  const inside = isInRange(target, summary.mean)
  return [
    entry.title,
    aim === undefined ? '' : shortNumber(aim),
    rangeOf(entry),
    before === undefined ? '' : shortNumber(before),
    shortNumber(summary.mean),
    intervalText(summary.ci95),
    aim === undefined ? '' : `${(100 * (summary.mean / aim - 1)).toFixed(1)} %`,
    inside === undefined ? '' : inside ? words.yes : words.no,
  ]
}

function parameterCells({ scenario, factors }: Fit): string[][] {
  return scenario.freeParameters.map((entry, p) => {
    const own = scaledValues({ ...scenario, freeParameters: [entry] }, [factors[p] ?? 1])
    const shown = own.slice(0, 4).map(([path, value]) => `${getAt(scenario, path)} -> ${value}`)
    return [
      entry.title,
      shortNumber(factors[p] ?? 1),
      `${entry.low} .. ${entry.high}`,
      own.length > shown.length ? `${shown.join(', ')}, ...` : shown.join(', '),
    ]
  })
}

function reportedCells({ target, summary }: TargetRow): string[] {
  const { value } = target.entry
  return [
    target.entry.title,
    shortNumber(summary.mean),
    intervalText(summary.ci95),
    value === undefined ? '' : shortNumber(value),
    rangeOf(target.entry),
  ]
}

/** Prices along the main routes, with names. */
function namedPrices(world: World) {
  const { commodities, nodes, routes } = world.spec
  return mainPrices(world).map(({ commodity, route, places }) => ({
    commodity: commodities.names[commodity] ?? commodities.ids[commodity] ?? '',
    route: routes.names[route] ?? '',
    places: places.map(({ node, ...prices }) => ({
      place: `${nodes.names[node]} (${nodes.countries[node]})`,
      ...prices,
    })),
  }))
}

/** The same as one document; null stands for what is undefined. */
export function calibrationJson({ scenario, factors, calibration, rows, replications, world }: Fit): unknown {
  const shown = (value: number | undefined) => (value === undefined || Number.isNaN(value) ? null : value)
  return {
    engineVersion: ENGINE_VERSION,
    scenario: { id: scenario.id, title: scenario.title },
    replications,
    met: calibration === undefined ? null : isMet(calibration),
    ending: calibration?.ending ?? null,
    steps: (calibration?.steps.length ?? 1) - 1,
    misfit: { before: shown(calibration?.steps[0]?.misfit), after: shown(calibration?.best.misfit) },
    freeParameters: scenario.freeParameters.map(({ id, low, high }, p) => ({
      id,
      factor: factors[p] ?? 1,
      low,
      high,
    })),
    values: Object.fromEntries(scaledValues(scenario, factors)),
    targets: rows.map(({ target: { entry }, summary, before }) => ({
      id: entry.id,
      use: entry.use,
      aim: shown(entry.value),
      low: shown(entry.low),
      high: shown(entry.high),
      before: shown(before),
      mean: shown(summary.mean),
      ci95: summary.ci95.map(shown),
    })),
    prices: namedPrices(world),
  }
}
