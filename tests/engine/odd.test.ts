/** The ODD document: its headings, the files it names, and its tables, which are generated from the schema and the tests. */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { GROUPS, MEASURES, type Measure } from '../../src/analysis'
import { LIMITS, type Limit, type ParameterRow, parameterRows, SECTIONS } from '../../src/scenario'
import { text } from '../../src/text'
import { isOnRecord, RECORD_HINT } from '../support/recorded'
import { type VerifiedCase, verificationRecord } from '../support/verification'

const ENGINE = join(import.meta.dirname, '../../src/engine')
const ODD = join(ENGINE, 'ODD.md')

const number = new Intl.NumberFormat('en', { maximumSignificantDigits: 6 })

/** One line of a table. */
function row(...cells: readonly string[]): string {
  return `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`
}

function table(headings: readonly string[], rows: readonly string[]): string {
  return [row(...headings), row(...headings.map(() => '---')), ...rows].join('\n')
}

function rangeOf({ max, min, options, type }: ParameterRow): string {
  if (options !== undefined) return options.join(', ')
  if (type === 'months') return 'months 1 to 12'
  return min === undefined || max === undefined ? 'text' : `${number.format(min)} to ${number.format(max)}`
}

function defaultOf({ default: fallback, optional }: ParameterRow): string {
  if (fallback === undefined) return optional ? 'none' : 'required'
  if (typeof fallback === 'number') return number.format(fallback)
  if (!Array.isArray(fallback)) return String(fallback)
  if (fallback.length === 0) return 'none'
  return fallback.length === 12 ? 'all' : fallback.join(', ')
}

function parameterTables(): string {
  const headings = ['parameter', 'path', 'unit', 'range', 'default', 'role', 'meaning']
  return SECTIONS.map((section) => {
    const rows = parameterRows(section).map((parameter) =>
      row(
        parameter.title,
        `\`${parameter.path}\``,
        parameter.unit,
        rangeOf(parameter),
        defaultOf(parameter),
        parameter.role,
        parameter.help,
      ),
    )
    return `### \`${section}\`\n\n${table(headings, rows)}`
  }).join('\n\n')
}

function measureTables(): string {
  const headings = ['measure', 'unit', 'meaning']
  return GROUPS.map((group) => {
    const measures: Readonly<Record<string, Measure>> = MEASURES[group]
    const rows = Object.entries(measures).map(([name, { unit, help }]) => row(`\`${name}\``, unit, help))
    return `### \`${group}\`\n\n${table(headings, rows)}`
  }).join('\n\n')
}

function limitTable(): string {
  const { what, max, ...names } = text.limits
  const rows = (Object.keys(LIMITS) as Limit[]).map((name) => row(names[name], number.format(LIMITS[name])))
  return table([what, max], rows)
}

function verificationTables(): string {
  const cells = (found: VerifiedCase) =>
    row(
      found.case,
      number.format(found.expected),
      number.format(found.obtained),
      String(found.within),
      found.test,
    )
  return [...verificationRecord()]
    .map(([file, cases]) => {
      const headings = ['case', 'expected', 'obtained', 'within', 'test']
      return `### \`${file}\`\n\n${table(headings, cases.map(cells))}`
    })
    .join('\n\n')
}

/** The document with the block of this name replaced. */
function withBlock(document: string, name: string, content: string): string {
  const [opening, closing] = [`<!-- generated: ${name} -->\n`, '<!-- /generated -->']
  const from = document.indexOf(opening)
  const to = document.indexOf(closing, from)
  if (from < 0 || to < 0) throw new Error(`ODD.md has no block "${name}"`)
  return `${document.slice(0, from + opening.length)}\n${content}\n\n${document.slice(to)}`
}

describe('the ODD document', () => {
  const written = readFileSync(ODD, 'utf8')

  it.each([
    ['parameters', 'title, unit, range, default, role and help of every parameter', parameterTables],
    ['measures', 'name, unit and meaning of every measure', measureTables],
    ['limits', 'the most that a scenario may have of anything', limitTable],
    ['verification', 'every case that the tests keep on record', verificationTables],
  ])('holds a generated block of %s: %s', (name, _, content) => {
    const fresh = withBlock(readFileSync(ODD, 'utf8'), name, content())
    expect(isOnRecord(ODD, fresh), `the block "${name}" is stale; ${RECORD_HINT}`).toBe(true)
  })

  it('has the seven elements of the protocol and its eleven design concepts', () => {
    const headings = [...written.matchAll(/^## (\d\. .*)$/gm)].map(([, heading]) => heading)
    expect(headings.slice(0, 7)).toEqual([
      '1. Purpose and patterns',
      '2. Entities, state variables and scales',
      '3. Process overview and scheduling',
      '4. Design concepts',
      '5. Initialisation',
      '6. Input data',
      '7. Submodels',
    ])
    const concepts = written.slice(written.indexOf('## 4.'), written.indexOf('## 5.'))
    expect([...concepts.matchAll(/^\*\*(.*?)\.\*\*/gm)].map(([, concept]) => concept)).toEqual([
      'Basic principles',
      'Emergence',
      'Adaptation',
      'Objectives',
      'Learning',
      'Prediction',
      'Sensing',
      'Interaction',
      'Stochasticity',
      'Collectives',
      'Observation',
    ])
  })

  it('names every phase, and no file that does not exist', () => {
    for (const file of readdirSync(join(ENGINE, 'phases'))) {
      const phase = file.replace(/\.ts$/, '')
      expect(written.includes(`\`${phase}\``) || written.includes(`phases/${file}`), phase).toBe(true)
    }
    for (const [, file = ''] of written.matchAll(/`([a-zA-Z/]+\.ts)`/g)) {
      const folder = /^(scenario|analysis|experiment)\//.test(file) ? join(ENGINE, '..') : ENGINE
      expect(() => readFileSync(join(folder, file)), file).not.toThrow()
    }
  })
})
