/** Stray controls: what somebody types into or presses that stands out of what holds it. */
import type { Locator } from 'playwright-core'

/** Names of visible controls that leave the box of `holder` to the left or to the right. */
export function strayControls(holder: Locator): Promise<string[]> {
  return holder.evaluate((element) => {
    const { left, right } = element.getBoundingClientRect()
    return [...element.querySelectorAll<HTMLElement>('input, select, textarea, button')]
      .filter((control) => control.checkVisibility())
      .filter((control) => {
        const box = control.getBoundingClientRect()
        return box.left < left || box.right > right
      })
      .map(
        (control) =>
          control.getAttribute('aria-label') ?? control.closest('label')?.textContent ?? control.tagName,
      )
  })
}
