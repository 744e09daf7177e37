/** Accessibility findings of axe. */
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { AxeResults } from 'axe-core'
import type { Page } from 'playwright-core'

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

/** The size of targets is asked of WCAG 2.2, and left out by axe unless it is named. */
const OPTIONS = JSON.stringify({ resultTypes: ['violations'], rules: { 'target-size': { enabled: true } } })

/** Serious and critical findings in a part of the page, one line each. */
export async function findings(page: Page, part = 'html'): Promise<string[]> {
  await page.evaluate(AXE)
  const results = await page.evaluate<AxeResults>(`axe.run('${part}', ${OPTIONS})`)
  return results.violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .flatMap(({ id, nodes }) => nodes.map(({ html, failureSummary }) => `${id}: ${html} ${failureSummary}`))
}
