// Service worker: serves the files of one build from a cache, so that the page works without a network.
const FILES = 'FILES'
const PREFIX = `contraflow:${self.registration.scope}:`
const CACHE = `${PREFIX}BUILD`

self.addEventListener('install', (event) => {
  const requests = FILES.map((file) => new Request(file, { cache: 'no-cache' }))
  event.waitUntil(
    caches
      .open(CACHE)
      .then((cache) => cache.addAll(requests))
      .then(() => self.skipWaiting()),
  )
})

self.addEventListener('activate', (event) => {
  const outdated = (name) => name.startsWith(PREFIX) && name !== CACHE
  event.waitUntil(
    caches
      .keys()
      .then((names) => Promise.all(names.filter(outdated).map((name) => caches.delete(name))))
      .then(() => self.clients.claim()),
  )
})

self.addEventListener('fetch', (event) => {
  const { request } = event
  const { origin, pathname } = new URL(request.url)
  if (request.method !== 'GET' || origin !== self.location.origin) return
  const home = new URL('./', self.registration.scope)
  const isHome = pathname === home.pathname || pathname === `${home.pathname}index.html`
  const wanted = request.mode === 'navigate' && isHome ? home.href : request
  event.respondWith(
    caches
      .open(CACHE)
      .then((cache) => cache.match(wanted, { ignoreSearch: true, ignoreVary: true }))
      .then((kept) => kept ?? fetch(request)),
  )
})
