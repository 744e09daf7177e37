/** Reporter: the very last line of a test run says how many tests passed, failed and were skipped, over all projects. */
import type { Reporter, TestModule } from 'vitest/node'

export default class LastLine implements Reporter {
  onTestRunEnd(modules: readonly TestModule[], errors: readonly unknown[]): void {
    const counts = { passed: 0, failed: errors.length, skipped: 0, pending: 0 }
    for (const module of modules) {
      for (const test of module.children.allTests()) counts[test.result().state]++
      if (module.state() === 'failed' && module.errors().length > 0) counts.failed++
    }
    const { passed, failed, skipped, pending } = counts
    process.on('exit', (code) => {
      // A failure before any test, as of a browser that cannot be installed, is in no count.
      const failures = code === 0 ? failed : Math.max(1, failed)
      process.stdout.write(`${passed} passed, ${failures} failed, ${skipped + pending} skipped\n`)
    })
  }
}
