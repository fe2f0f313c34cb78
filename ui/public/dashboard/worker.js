// Of the installed dashboard. It answers one thing: a page that cannot be fetched, with one that says so. What the
// API answers and what anybody's screen shows is never kept; the files below are nobody's. The names between lines
// are filled in when the dashboard is built: what changes is a new worker, which takes over.
const SECTIONS = new Set(__SECTIONS__)
const CACHE = 'offline-__VERSION__'
const PAGE = '/dashboard/offline.html'
const FILES = [PAGE, '/dashboard/offline.css', '/dashboard/offline.js', '/dashboard/icon.svg']

addEventListener('install', (event) => event.waitUntil(keepFiles()))
addEventListener('activate', (event) => event.waitUntil(takeOver()))
addEventListener('fetch', (event) => {
  const { request } = event
  const { pathname } = new URL(request.url)
  if (request.mode === 'navigate' && SECTIONS.has(pathname.split('/')[1])) event.respondWith(pageOf(event))
  else if (request.mode !== 'navigate' && FILES.includes(pathname)) event.respondWith(fileOf(request))
})

async function keepFiles() {
  const cache = await caches.open(CACHE)
  await cache.addAll(FILES.map((path) => new Request(path, { cache: 'reload' })))
  await skipWaiting()
}

async function takeOver() {
  const names = await caches.keys()
  await Promise.all(names.filter((name) => name !== CACHE).map((name) => caches.delete(name)))
  // The page is asked for while this worker wakes up.
  await registration.navigationPreload?.enable()
  await clients.claim()
}

async function pageOf(event) {
  try {
    return (await event.preloadResponse) ?? (await fetch(event.request))
  } catch {
    return (await caches.match(PAGE)) ?? Response.error()
  }
}

async function fileOf(request) {
  try {
    return await fetch(request)
  } catch {
    return (await caches.match(request)) ?? Response.error()
  }
}
