import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { findForbiddenImports } from './check-modules.ts'

const roots: string[] = []

/** A checkout of a few files. `fine` is in each, since a rule is only proven beside imports that it allows. */
async function checkout(files: Record<string, string>): Promise<string> {
  const root = await mkdtemp(join(tmpdir(), 'quittance-modules-'))
  roots.push(root)
  const all = {
    'module-order.json': '["lib", "ledger", "payments", "app"]',
    'package.json': '{ "devDependencies": { "vitest": "1.0.0" } }',
    'server/src/lib/money.ts': 'export const one = 1n',
    'server/src/lib/db/index.ts': "export { sql } from './sql.ts'",
    'server/src/lib/db/sql.ts': "import { one } from '../money.ts'\nexport const sql = one",
    'server/src/ledger/index.ts': "export { post } from './post.ts'",
    'server/src/ledger/post.ts': "import { one } from '../lib/money.ts'\nexport const post = () => one",
    'server/src/payments/index.ts':
      "import { post } from '../ledger/index.ts'\nexport const pay = () => post()",
    ...files,
  }
  for (const [path, text] of Object.entries(all)) {
    await mkdir(dirname(join(root, path)), { recursive: true })
    await writeFile(join(root, path), text)
  }
  return root
}

afterAll(() => Promise.all(roots.map((root) => rm(root, { recursive: true }))))

describe('the rank of the modules', () => {
  it('lets a module import the index.ts of a lower one, and files of lib', async () => {
    expect(await findForbiddenImports(await checkout({}))).toEqual({ differences: [], imports: 5 })
  })

  const forbidden: [name: string, rule: string, files: Record<string, string>][] = [
    [
      'an upward import',
      'no-upward-import',
      { 'server/src/ledger/proofs.ts': "import { pay } from '../payments/index.ts'\nexport const p = pay" },
    ],
    [
      'an upward import of a type alone',
      'no-upward-import',
      {
        'server/src/ledger/proofs.ts':
          "import type { pay } from '../payments/index.ts'\nexport type P = typeof pay",
      },
    ],
    [
      'an upward import when it is called for',
      'no-upward-import',
      { 'server/src/ledger/proofs.ts': "export const p = () => import('../payments/index.ts')" },
    ],
    [
      'an upward export',
      'no-upward-import',
      { 'server/src/ledger/proofs.ts': "export * from '../payments/index.ts'" },
    ],
    [
      'a file of another module',
      'no-deep-import',
      { 'server/src/payments/index.ts': "import { post } from '../ledger/post.ts'\nexport const pay = post" },
    ],
    [
      'a file below lib/db',
      'no-deep-import',
      { 'server/src/payments/index.ts': "import { sql } from '../lib/db/sql.ts'\nexport const pay = sql" },
    ],
    [
      'a module that has no rank',
      'no-module-without-rank',
      { 'server/src/extras/index.ts': "import { one } from '../lib/money.ts'\nexport const e = one" },
    ],
    [
      'a circle',
      'no-cycle',
      {
        'server/src/ledger/post.ts': "import { b } from './reverse.ts'\nexport const post = b",
        'server/src/ledger/reverse.ts': "import { post } from './post.ts'\nexport const b = () => post",
      },
    ],
    ['a file that stands alone', 'no-orphan', { 'server/src/ledger/alone.ts': 'export const alone = 1' }],
    [
      'the sandbox in the server',
      'no-sandbox-in-server',
      {
        'sandbox/src/main.ts': 'export const world = 1',
        'server/src/app/start.ts':
          "import { world } from '../../../sandbox/src/main.ts'\nexport const s = world",
      },
    ],
    [
      'the server in the sandbox',
      'no-server-in-sandbox',
      {
        'sandbox/src/main.ts':
          "import { one } from '../../server/src/lib/money.ts'\nexport const world = one",
      },
    ],
    [
      'test code in the product',
      'no-test-code-in-product',
      {
        'server/src/ledger/testing/sample.ts': 'export const sample = 1',
        'server/src/ledger/post.ts':
          "import { sample } from './testing/sample.ts'\nexport const post = sample",
      },
    ],
    [
      "Node in a browser's script",
      'no-package-in-browser',
      {
        'sandbox/src/browser/element.ts':
          "import { readFileSync } from 'node:fs'\nexport const e = readFileSync",
      },
    ],
  ]
  it.each(forbidden)('refuses %s', async (_name, rule, files) => {
    const { differences } = await findForbiddenImports(await checkout(files))
    expect(differences).toEqual([expect.stringMatching(`^${rule}: `)])
  })

  it('lets a circle be closed by a type, which is erased', async () => {
    const { differences } = await findForbiddenImports(
      await checkout({
        'server/src/ledger/post.ts':
          "import { b } from './reverse.ts'\nexport const post = b\nexport type P = 1",
        'server/src/ledger/reverse.ts': "import type { P } from './post.ts'\nexport const b = (p: P) => p",
      }),
    )
    expect(differences).toEqual([])
  })

  it('fails rather than pass where it could read no file', async () => {
    const root = await mkdtemp(join(tmpdir(), 'quittance-modules-'))
    roots.push(root)
    await mkdir(join(root, 'scripts'))
    await writeFile(join(root, 'module-order.json'), '["lib"]')
    await expect(findForbiddenImports(root)).rejects.toThrow('saw no import at all')
  })
})
