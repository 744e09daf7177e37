/**
 * Offline: the service worker of a built page, and the offer of a new version, which nothing takes up
 * unasked.
 */
import { text } from '../../text'
import type { Lasting } from '../../ui'

const words = text.keeping.version
/** Least time between two looks for a new version. */
const LOOK_MS = 3_600_000
/** A new version that has not taken over by then is loaded all the same. */
const PATIENCE_MS = 4_000

/** Starts the service worker once the page is ready. `beforeReload` finishes what a reload would lose. */
export function registerOffline(lasting: Lasting, beforeReload: () => Promise<void>): void {
  if (!import.meta.env.PROD || !('serviceWorker' in navigator)) return
  // Where pages may have no service worker, the page works from the network alone.
  start(lasting, beforeReload).catch(() => undefined)
}

async function start(lasting: Lasting, beforeReload: () => Promise<void>): Promise<void> {
  const { serviceWorker } = navigator
  const registration = await serviceWorker.register('./sw.js')
  const offer = () => {
    if (registration.waiting === null || serviceWorker.controller === null) return
    lasting.show(words.ready, { name: words.take, act: () => void take(registration, beforeReload) })
  }
  registration.addEventListener('updatefound', () => {
    registration.installing?.addEventListener('statechange', offer)
  })
  offer()
  lookWhenSeen(registration)
  const { active } = await serviceWorker.ready
  active?.postMessage('page stands')
  document.documentElement.dataset.offline = 'ready'
}

/** Looks for a new version when the page is shown again, as it may have been open for days. */
function lookWhenSeen(registration: ServiceWorkerRegistration): void {
  let lookedAt = performance.now()
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState !== 'visible' || performance.now() - lookedAt < LOOK_MS) return
    lookedAt = performance.now()
    registration.update().catch(() => undefined)
  })
}

/** Lets the waiting version take over and loads it; other pages keep the version that they have. */
async function take(
  { waiting }: ServiceWorkerRegistration,
  beforeReload: () => Promise<void>,
): Promise<void> {
  await beforeReload()
  const reload = () => location.reload()
  // Another tab may have agreed before.
  if (waiting === null) return reload()
  navigator.serviceWorker.addEventListener('controllerchange', reload, { once: true })
  setTimeout(reload, PATIENCE_MS)
  waiting.postMessage('take over')
}
