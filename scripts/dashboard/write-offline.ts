import { createHash } from 'node:crypto'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { defineWords, type Language, speak } from '../../server/src/lib/words.ts'

const words = defineWords({
  en: {
    title: 'No connection',
    text: 'Quittance cannot be reached from here. Nothing was sent and nothing is lost. This page comes back by itself when there is a connection again.',
    again: 'Try again',
  },
  fr: {
    title: 'Pas de connexion',
    text: 'Quittance est injoignable d’ici. Rien n’a été envoyé et rien n’est perdu. Cette page reviendra d’elle-même dès que la connexion sera rétablie.',
    again: 'Réessayer',
  },
})

/**
 * Of a bundle: writes the page that an installed dashboard shows where there is no network, in both languages, and
 * tells its worker which addresses are the dashboard's. The worker changes with what it keeps, and so is fetched anew.
 */
export function writeOffline(folder: string): void {
  const inDashboard = (name: string) => join(folder, 'dashboard', name)
  const page = offlinePage()
  writeFileSync(inDashboard('offline.html'), page)
  const version = createHash('sha256').update(page)
  for (const name of ['offline.css', 'offline.js', 'icon.svg'])
    version.update(readFileSync(inDashboard(name)))
  const sections: string[] = JSON.parse(readFileSync(join(folder, 'sections.json'), 'utf8'))
  const worker = readFileSync(inDashboard('worker.js'), 'utf8')
    .replace('Set(__SECTIONS__)', `Set(${JSON.stringify(sections)})`)
    .replace('offline-__VERSION__', `offline-${version.digest('base64url').slice(0, 12)}`)
  writeFileSync(inDashboard('worker.js'), worker)
}

function offlinePage(): string {
  const said = (language: Language) => {
    const say = speak(words, language)
    return `<main lang="${language}">
      <img src="/dashboard/icon.svg" alt="" width="48" height="48" />
      <h1>${say('title')}</h1>
      <p>${say('text')}</p>
      <button type="button">${say('again')}</button>
    </main>`
  }
  return `<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8" />
    <meta name="viewport" content="width=device-width, initial-scale=1" />
    <meta name="robots" content="noindex" />
    <title>Quittance</title>
    <link rel="icon" href="/dashboard/icon.svg" type="image/svg+xml" />
    <link rel="stylesheet" href="/dashboard/offline.css" />
  </head>
  <body>
    ${said('en')}
    ${said('fr')}
    <script src="/dashboard/offline.js"></script>
  </body>
</html>
`
}
