import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { describe } from 'vitest'

/** Third-party data lives beside the project and is never copied into it. */
const ROOT = new URL('../../../shared/data/', import.meta.url)

function hasSharedData(path = ''): boolean {
  return existsSync(new URL(path, ROOT))
}

/** The text of a third-party file, or undefined where this machine has none. */
export function sharedData(path: string): string | undefined {
  return hasSharedData(path) ? readFileSync(new URL(path, ROOT), 'utf8') : undefined
}

export function sharedBytes(path: string): Uint8Array {
  return readFileSync(new URL(path, ROOT))
}

export function sharedJson<T>(path: string): T {
  return JSON.parse(readFileSync(new URL(path, ROOT), 'utf8')) as T
}

/** Every file below a folder, as paths from the data root, sorted. */
export function sharedFiles(folder: string): string[] {
  const root = fileURLToPath(ROOT)
  return readdirSync(new URL(folder, ROOT), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => `${entry.parentPath}/${entry.name}`.slice(root.length).replace(/^\/+/, ''))
    .sort()
}

/** A describe block that says `skipped: no third-party data` where `path` is absent; `body` then never runs. */
export function describeWithSharedData(name: string, path: string, body: () => void): void {
  if (hasSharedData(path)) {
    describe(name, body)
    return
  }
  console.log(`skipped: no third-party data (${path}) for ${name}`)
  describe.skip(`${name} (skipped: no third-party data)`, () => {})
}
