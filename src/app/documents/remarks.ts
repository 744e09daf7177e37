/** Remarks: settings of the current scenario that have no effect, and why something can never move. */
import { type Scenario, settingNotices } from '../../scenario'
import type { Store } from '../../store'
import { text } from '../../text'
import type { Lasting } from '../../ui'

const heading = text.page.files.remarks
/** Delay after a change, so that a drag is not checked at every pixel. */
const PATIENCE_MS = 600

export interface Remarks {
  /**
   * Shows what was found when the file of the current scenario was read, including how the file was
   * interpreted.
   */
  show(found: readonly string[]): void
}

/** Checks every later scenario, e.g. after an edit or undo; the same remarks again have no effect. */
export function createRemarks(store: Store, lasting: Lasting): Remarks {
  let listed = ''
  let seen: Scenario | undefined
  let timer: ReturnType<typeof setTimeout> | undefined

  function list(found: readonly string[]): void {
    const all = found.join('\n')
    if (all === listed) return
    listed = all
    if (found.length > 0) lasting.list(heading, found)
    else lasting.clear(heading)
  }

  function look(): void {
    const { document } = store.get()
    if (document === undefined || document.scenario === seen) return
    seen = document.scenario
    list(settingNotices(seen))
  }

  store.subscribe(({ document }, before) => {
    if (document?.scenario === before.document?.scenario) return
    clearTimeout(timer)
    timer = setTimeout(look, PATIENCE_MS)
  })
  return {
    show(found) {
      seen = store.get().document?.scenario
      list(found)
    },
  }
}
