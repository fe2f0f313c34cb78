import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

interface LockedPackage {
  version?: string
  dev?: boolean
  optional?: boolean
  os?: string[]
  cpu?: string[]
  libc?: string[]
  dependencies?: Record<string, string>
  optionalDependencies?: Record<string, string>
}

export interface Lock {
  packages: Record<string, LockedPackage>
}

const SYSTEMS = [
  'aix',
  'android',
  'darwin',
  'freebsd',
  'linux',
  'netbsd',
  'openbsd',
  'openharmony',
  'sunos',
  'win32',
]
const PROCESSORS = [
  'arm',
  'arm64',
  'ia32',
  'loong64',
  'mips64el',
  'ppc64',
  'riscv64',
  's390x',
  'wasm32',
  'x64',
]

/**
 * Writes into the lock the twins for other machines that the registry did not have when it was made. npm leaves
 * them out, and then `npm ci` refuses the lock it wrote itself. They are optional: where one is wanted and not
 * to be had, npm goes on without it. Returns the names that were added.
 */
export function completeLock(lock: Lock): string[] {
  const added: string[] = []
  for (const [place, each] of Object.entries(lock.packages)) {
    for (const [name, wanted] of Object.entries(each.optionalDependencies ?? {})) {
      if (isThere(lock, place, name)) continue
      const version = /\d+\.\d+\.\d+\S*$/.exec(wanted)?.[0]
      if (version === undefined) continue
      lock.packages[`node_modules/${name}`] = {
        version,
        ...machineOf(name),
        ...(each.dev ? { dev: true } : {}),
        optional: true,
      }
      added.push(name)
    }
  }
  const sorted = Object.entries(lock.packages).sort(([a], [b]) => (a < b ? -1 : 1))
  lock.packages = Object.fromEntries(sorted)
  return added
}

/** As Node looks a package up: beside whoever wants it, then further out. */
function isThere(lock: Lock, place: string, name: string): boolean {
  for (let from = place; ; from = from.slice(0, Math.max(0, from.lastIndexOf('node_modules/') - 1))) {
    if (lock.packages[`${from === '' ? '' : `${from}/`}node_modules/${name}`]) return true
    if (from === '') return false
  }
}

/** Such packages say in their names whom they are for: `@swc/core-linux-arm64-musl`. */
function machineOf(name: string): Pick<LockedPackage, 'os' | 'cpu' | 'libc'> {
  const words = name.split(/[/-]/)
  const os = SYSTEMS.find((system) => words.includes(system))
  const cpu = words.some((word) => /^(arm|armv7|gnueabihf|musleabihf|eabi)$/.test(word))
    ? 'arm'
    : PROCESSORS.find((processor) => words.includes(processor))
  const libc =
    os !== 'linux'
      ? undefined
      : words.some((word) => word.startsWith('musl'))
        ? 'musl'
        : words.some((word) => word.startsWith('gnu'))
          ? 'glibc'
          : undefined
  return { ...(os && { os: [os] }), ...(cpu && { cpu: [cpu] }), ...(libc && { libc: [libc] }) }
}

if (import.meta.main) {
  const file = join(import.meta.dirname, '../package-lock.json')
  const lock: Lock = JSON.parse(readFileSync(file, 'utf8'))
  const added = completeLock(lock)
  if (added.length > 0) writeFileSync(file, `${JSON.stringify(lock, null, 2)}\n`)
  console.log(`${added.length} packages for other machines were missing in package-lock.json`)
}
