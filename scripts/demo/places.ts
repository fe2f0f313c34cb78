import { renameSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'

export const root = resolve(import.meta.dirname, '../..')
export const dataDir = resolve(process.env.DATA_DIR ?? join(root, 'data'))
export const port = Number(process.env.PORT ?? 3000)
export const sandboxPort = Number(process.env.SANDBOX_PORT ?? 3001)
export const url = `http://localhost:${port}`
export const sandboxUrl = `http://localhost:${sandboxPort}`

/** Written aside and renamed, so that a kill leaves the old file or the new one. */
export function keep(name: string, content: unknown): void {
  const path = join(dataDir, name)
  writeFileSync(
    `${path}.new`,
    typeof content === 'string' ? content : `${JSON.stringify(content, null, 2)}\n`,
    { mode: 0o600 },
  )
  renameSync(`${path}.new`, path)
}
