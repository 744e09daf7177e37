/** View choices: which layers of the map are on show and which shipments; never part of a scenario. */
import { createStore, type StoreApi } from 'zustand/vanilla'

/** Parts of the map in the order of their keys, 1 to 9. */
export const LAYERS = [
  'flows',
  'idleLegs',
  'shipments',
  'marks',
  'places',
  'checkpoints',
  'names',
  'borders',
  'waters',
] as const
export type Layer = (typeof LAYERS)[number]

/** Ids of what is on show; an empty id filters nothing. */
export interface ViewFilter {
  readonly organisation: string
  readonly commodity: string
  readonly route: string
  readonly mode: string
}

export interface ViewChoices {
  readonly layers: ReadonlySet<Layer>
  readonly filter: ViewFilter
  /** How many legs, by flow, keep their full strength; 0 is all. */
  readonly strongest: number
}

export interface ViewStore {
  readonly get: () => ViewChoices
  readonly subscribe: StoreApi<ViewChoices>['subscribe']
  toggle(layer: Layer): void
  filterBy(filter: Partial<ViewFilter>): void
  setStrongest(count: number): void
  /** Forgets the filter, whose ids belong to one scenario. */
  clearFilter(): void
  /** Takes up choices of an earlier visit. */
  resume(choices: Partial<ViewChoices>): void
  /** Shows everything again. */
  showAll(): void
}

const NO_FILTER: ViewFilter = { organisation: '', commodity: '', route: '', mode: '' }

export function createViewStore(): ViewStore {
  const store = createStore<ViewChoices>(() => ({ layers: new Set(LAYERS), filter: NO_FILTER, strongest: 0 }))
  return {
    get: store.getState,
    subscribe: store.subscribe,
    toggle(layer) {
      const layers = new Set(store.getState().layers)
      if (!layers.delete(layer)) layers.add(layer)
      store.setState({ layers })
    },
    filterBy(filter) {
      store.setState({ filter: { ...store.getState().filter, ...filter } })
    },
    setStrongest(strongest) {
      store.setState({ strongest })
    },
    clearFilter() {
      store.setState({ filter: NO_FILTER })
    },
    resume: (choices) => store.setState(choices),
    showAll() {
      store.setState({ filter: NO_FILTER, strongest: 0, layers: new Set(LAYERS) })
    },
  }
}
