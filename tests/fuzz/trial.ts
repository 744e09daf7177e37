/** Trials: a file to be opened with the settings to be tried on it, made of a good one by a few changes. */
import crews from '../../scenarios/crews.json'
import scarceMarket from '../../scenarios/scarce-market.json'
import twoRoutes from '../../scenarios/two-routes.json'
import type { Bases, ScenarioFile } from '../../src/scenario'
import { everything } from '../support/changeable'
import { checkpoint, line, parallel } from '../support/scenarios'
import { type Chance, createChance } from './chance'
import { mutate, spoilt } from './mutations'
import { oddNumber, oddText, oddValue } from './values'

export interface Trial {
  readonly text: string
  readonly bases: Bases
  /** As after `--set`: a path, and what was typed for it. */
  readonly settings: readonly (readonly [path: string, typed: string])[]
}

/** What a trial is made of: its number, and which of its changes are made; all of them where nothing is said. */
export interface TrialName {
  readonly seed: string
  readonly number: number
  readonly changes?: readonly number[]
}

/** All that names values by path. */
const BY_PATH = {
  variants: [{ id: 'v', title: 'V', set: { 'checkpoints.pass_guard.interdictionOdds': 0.5 } }],
  interventions: [
    {
      id: 'i',
      title: 'I',
      changes: [
        { target: 'checkpoints[country=XA].staff', from: '2009-10-17', set: 4 },
        { target: 'organisations.*.supply.0.kgPerDay', from: '2009-10-16', until: '2009-10-18', scale: 2 },
      ],
    },
  ],
  freeParameters: [{ id: 'f', title: 'F', paths: ['organisations.*.supply.*.kgPerDay'], low: 0.5, high: 2 }],
  targets: [{ id: 't', title: 'T', measure: 'total.seizedKg', value: 5 }],
  evidence: { 'checkpoints.pass_guard': { source: 'S', confidence: 'weak', low: 1, high: 2 } },
  locks: { 'organisations.*.crews': 'R' },
}

const SOURCES: readonly unknown[] = [
  { ...everything(), ...BY_PATH },
  { ...everything(), ...BY_PATH },
  line([checkpoint('gate', { staff: 5 })]),
  parallel([checkpoint('a', { interdictionOdds: 0.1 }), checkpoint('b')]) satisfies ScenarioFile,
  crews,
  scarceMarket,
  twoRoutes,
]

const base = { ...everything(), ...BY_PATH, id: 'base' }
const BASES: Bases = {
  known: ['base', 'loop'],
  textOf: (id) => (id === 'base' ? JSON.stringify(base) : id === 'loop' ? LOOP : undefined),
}
const head = { type: 'contraflow-scenario', formatVersion: 1, title: 'Derived' }
const LOOP = JSON.stringify({ ...head, id: 'loop', extends: { id: 'loop' } })
const DERIVED = {
  ...head,
  id: 'derived',
  extends: { id: 'base' },
  remove: ['teams.team_flow', 'checkpoints.depot_gate', 'operations'],
  operations: [{ id: 'o', name: 'O', node: 'pass', from: '2009-10-20' }],
  nodes: [{ id: 'new', name: 'New', country: 'XA', lat: 1, lon: 1, kind: 'hub' }],
  set: { 'checkpoints.*.staff': 7, 'nodes[country=XA].dwellHours': 1, days: 20 },
  evidence: { 'nodes.new': { source: 'S', confidence: 'weak' } },
  locks: { days: 'Fixed' },
}

/** The path of a value of a document, sometimes with a selector or a mistake in it. */
function somePath(document: unknown, chance: Chance): string {
  const names: string[] = []
  let value = document
  while (typeof value === 'object' && value !== null && !chance.happens(0.1)) {
    const keys = Object.keys(value)
    if (keys.length === 0) break
    const key = chance.oneOf(keys)
    const next = (value as Record<string, unknown>)[key]
    const { id, country } = Object(next) as { id?: unknown; country?: unknown }
    const selector = typeof country === 'string' && chance.happens(0.2)
    if (Array.isArray(value) && selector && names.length > 0) names.push(`${names.pop()}[country=${country}]`)
    else if (chance.happens(0.15)) names.push('*')
    else names.push(Array.isArray(value) && typeof id === 'string' ? id : key)
    value = next
  }
  const path = names.join('.')
  return chance.happens(0.1) ? spoilt(path, chance) : path
}

function someTyped(chance: Chance): string {
  const value = chance.happens(0.5) ? oddNumber(chance) : oddValue(chance)
  return chance.happens(0.2) ? oddText(chance) : JSON.stringify(value)
}

/** How many changes a trial has. */
export const CHANGES = 4

export function trialOf({ seed, number, changes }: TrialName): Trial {
  const chance = createChance(seed, number)
  const isDerived = chance.happens(0.3)
  const isText = chance.happens(0.15)
  const document = structuredClone(isDerived ? DERIVED : chance.oneOf(SOURCES))
  const wanted = chance.happens(0.5) ? 1 : 1 + chance.below(CHANGES)
  const made = Array.from({ length: wanted }, (_, i) => i).filter((i) => changes?.includes(i) ?? true)
  // Each change has its own chances: leaving one out leaves the others as they are.
  const own = (i: number) => createChance(`${seed}/${i}`, number)
  if (!isText) for (const i of made) mutate(document, own(i))
  const text = JSON.stringify(document, undefined, chance.happens(0.3) ? 1 : undefined)
  return {
    text: isText ? made.reduce((before, i) => spoilt(before, own(i)), text) : text,
    bases: BASES,
    settings: [0, 1].map(() => [somePath(document, chance), someTyped(chance)] as const),
  }
}
