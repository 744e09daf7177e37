/** Remarks: what the present scenario asks for in vain and why something can never move, for as long as that is so. */
import { type Scenario, settingNotices } from '../../scenario'
import type { Store } from '../../store'
import { text } from '../../text'
import type { Lasting } from '../../ui'

const heading = text.page.files.remarks
/** Wait after a change, so that a drag is not looked at for every pixel. */
const PATIENCE_MS = 600

export interface Remarks {
  /** Says what was found when the file of the present scenario was read, which includes how the file itself was taken. */
  tell(found: readonly string[]): void
}

/** Looks at every scenario that comes after, e.g. by an edit or by undo; one that says the same again changes nothing. */
export function createRemarks(store: Store, lasting: Lasting): Remarks {
  let said = ''
  let seen: Scenario | undefined
  let timer: ReturnType<typeof setTimeout> | undefined

  function say(found: readonly string[]): void {
    const all = found.join('\n')
    if (all === said) return
    said = all
    if (found.length > 0) lasting.list(heading, found)
    else lasting.clear(heading)
  }

  function look(): void {
    const { document } = store.get()
    if (document === undefined || document.scenario === seen) return
    seen = document.scenario
    say(settingNotices(seen))
  }

  store.subscribe(({ document }, before) => {
    if (document?.scenario === before.document?.scenario) return
    clearTimeout(timer)
    timer = setTimeout(look, PATIENCE_MS)
  })
  return {
    tell(found) {
      seen = store.get().document?.scenario
      say(found)
    },
  }
}
