/** Accessibility findings of axe. */
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { AxeResults, RunOptions } from 'axe-core'
import type { Locator, Page } from 'playwright-core'

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

/** The size of targets is asked of WCAG 2.2, and left out by axe unless it is named. */
const OPTIONS: RunOptions = { resultTypes: ['violations'], rules: { 'target-size': { enabled: true } } }

declare const axe: { run(part: Node, options: RunOptions): Promise<AxeResults> }

/** Serious and critical findings in a part of the page, one line each. */
export async function findings(page: Page, part: Locator = page.locator('html')): Promise<string[]> {
  await page.evaluate(AXE)
  const results = await part.evaluate((element, options) => axe.run(element, options), OPTIONS)
  return results.violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .flatMap(({ id, nodes }) => nodes.map(({ html, failureSummary }) => `${id}: ${html} ${failureSummary}`))
}
