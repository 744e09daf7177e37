// Service worker: serves the files of one build from a cache, so that the page works without a network, and
// keeps the files of
// former builds for the pages that still run on them (D17).
const FILES = 'FILES'
/** The script that the home page of this build names. */
const ENTRY = 'SCRIPT'
const PREFIX = `contraflow:${self.registration.scope}:`
const CACHE = `${PREFIX}BUILD`
const HOME = new URL('./', self.registration.scope)
const HOW = { ignoreSearch: true, ignoreVary: true }

self.addEventListener('install', (event) => event.waitUntil(install()))
self.addEventListener('activate', (event) => event.waitUntil(activate()))
self.addEventListener('message', (event) => {
  // A new build waits until all pages of the former one are closed, or somebody agrees to it.
  if (event.data === 'take over') self.skipWaiting()
  if (event.data === 'page stands') event.waitUntil(sweepUnlessUsed(event.source))
})

async function install() {
  const cache = await caches.open(CACHE)
  await cache.addAll(FILES.map((file) => new Request(file, { cache: 'no-cache' })))
  const home = await cache.match(HOME, HOW)
  // While a build is being put on the server its home page may already be that of the next one.
  if (!(await home.text()).includes(ENTRY)) throw new Error('The home page is of another build')
}

async function activate() {
  await sweepUnlessUsed(undefined)
  await self.clients.claim()
}

/** Deletes the files of former builds, unless a page other than `page` is open, which may need them. */
async function sweepUnlessUsed(page) {
  const pages = await self.clients.matchAll({ type: 'window', includeUncontrolled: true })
  const names = await caches.keys()
  const isNext = self.registration.installing !== null || self.registration.waiting !== null
  if (isNext || pages.some(({ id }) => id !== page?.id)) return
  const outdated = names.filter((name) => name.startsWith(PREFIX) && name !== CACHE)
  await Promise.all(outdated.map((name) => caches.delete(name)))
}

self.addEventListener('fetch', (event) => {
  const { request } = event
  const { origin, pathname } = new URL(request.url)
  if (request.method !== 'GET' || origin !== self.location.origin) return
  const isHome = pathname === HOME.pathname || pathname === `${HOME.pathname}index.html`
  event.respondWith(answer(request, request.mode === 'navigate' && isHome ? HOME.href : request))
})

async function answer(request, wanted) {
  const cache = await caches.open(CACHE)
  const kept = (await cache.match(wanted, HOW)) ?? (await caches.match(wanted, HOW))
  return kept ?? fetch(request)
}
