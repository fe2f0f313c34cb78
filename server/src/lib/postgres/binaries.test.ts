import { execFile } from 'node:child_process'
import { chmod, cp, lstat, mkdir, mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { promisify } from 'node:util'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { canReach } from './account.ts'
import { locateBinaries, packageRoot } from './binaries.ts'

const NOBODY = { uid: 65534, gid: 65534 }
const isRoot = process.getuid?.() === 0
const nobodyCanReachTmp = isRoot && (await canReach(NOBODY, tmpdir()))

describe('PostgreSQL’s programs', () => {
  let scratch: string
  let installed: string

  beforeAll(async () => {
    scratch = await mkdtemp(join(tmpdir(), 'quittance-binaries-'))
    await chmod(scratch, 0o711)
    installed = join(scratch, 'closed/package')
    await mkdir(dirname(installed))
    // As npm leaves the package when install scripts are off.
    await cp(await packageRoot(), installed, {
      recursive: true,
      filter: async (path) => !(await lstat(path)).isSymbolicLink(),
    })
  })
  afterAll(() => rm(scratch, { recursive: true, force: true }))

  async function versionOf(bin: string): Promise<string> {
    return (await promisify(execFile)(join(bin, 'postgres'), ['--version'])).stdout.trim()
  }

  it.runIf(nobodyCanReachTmp)('are copied when the user they run as cannot get to them', async () => {
    await chmod(dirname(installed), 0o700)
    const { bin, version } = await locateBinaries(
      NOBODY,
      [join(scratch, 'closed'), join(scratch, 'copy')],
      installed,
    )
    expect(bin.startsWith(join(scratch, 'copy'))).toBe(true)
    const run = promisify(execFile)(join(bin, 'postgres'), ['--version'], NOBODY)
    expect((await run).stdout.trim()).toBe(`postgres (PostgreSQL) ${version}`)
    expect(await locateBinaries(NOBODY, [join(scratch, 'copy')], installed)).toEqual({ bin, version })
    await chmod(dirname(installed), 0o755)
  })

  it.runIf(!isRoot)('are copied when their directory cannot be written to', async () => {
    await chmod(join(installed, 'native/lib'), 0o555)
    const { bin, version } = await locateBinaries(null, [join(scratch, 'copy')], installed)
    expect(bin.startsWith(join(scratch, 'copy'))).toBe(true)
    expect(await versionOf(bin)).toBe(`postgres (PostgreSQL) ${version}`)
    await chmod(join(installed, 'native/lib'), 0o755)
  })

  it('run although the package’s install script made no links', async () => {
    const links = JSON.parse(await readFile(join(installed, 'native/pg-symlinks.json'), 'utf8'))
    expect(links.length).toBeGreaterThan(0)
    const { bin, version } = await locateBinaries(null, [], installed)
    expect(bin).toBe(join(installed, 'native/bin'))
    expect(await versionOf(bin)).toBe(`postgres (PostgreSQL) ${version}`)
    for (const { target } of links) expect((await lstat(join(installed, target))).isSymbolicLink()).toBe(true)
  })
})
