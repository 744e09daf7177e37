/**
 * Preview: requests the derived values of the scenario, including a number being typed, shortly after the
 * last input.
 */
import { type Edited, lockIndexOf, type Scenario, setAll } from '../scenario'
import { freePlaces } from './edits'
import type { Setting } from './rows'

const WAIT_MS = 80

export interface Preview {
  /** A number is being typed; undefined when it was entered or given up. */
  type(setting: Setting, value: number | undefined): void
  /** The scenario or what is chosen of it changed. */
  refresh(): void
}

interface Typed {
  readonly setting: Setting
  readonly value: number
}

/** `show` gets the scenario with the typed value, if that is valid, else as it stands. */
export function createPreview(
  scenarioNow: () => Scenario | undefined,
  show: (scenario: Scenario, isPreview: boolean) => void,
): Preview {
  let timer: ReturnType<typeof setTimeout> | undefined
  let typed: Typed | undefined
  let shown: Scenario | undefined

  function present(): void {
    clearTimeout(timer)
    const scenario = scenarioNow()
    if (scenario === undefined) return
    shown = scenario
    const edited = typed && withTyped(scenario, typed)
    if (edited?.ok) show(edited.scenario, true)
    else show(scenario, false)
  }

  function later(): void {
    clearTimeout(timer)
    timer = setTimeout(present, WAIT_MS)
  }

  return {
    type(setting, value) {
      if (value === undefined && typed === undefined) return
      typed = value === undefined ? undefined : { setting, value }
      later()
    },
    refresh() {
      typed = undefined
      if (scenarioNow() === shown) present()
      else later()
    },
  }
}

function withTyped(scenario: Scenario, { setting, value }: Typed): Edited {
  const free = freePlaces(setting, lockIndexOf(scenario))
  const paths = free.length === setting.places.length ? setting.targets : free
  return setAll(
    scenario,
    paths.map((path) => [path, value]),
  )
}
