// biome-ignore-all lint/suspicious/noTemplateCurlyInString: these are sources to be read
import { describe, expect, it } from 'vitest'
import { errorsPage } from './generate/errors-page.ts'
import { migrationComments } from './generate/migration-comments.ts'
import { docAbove } from './generate/source-text.ts'
import { isStateTable } from './generate/states-page.ts'
import { firstDifference } from './generate.ts'
import { parse } from './statements/syntax-tree.ts'

describe('generated pages', () => {
  it('list each error with its status, also an inherited one, and what it says where it is thrown', () => {
    const page = errorsPage([
      parse(
        'server/src/lib/errors.ts',
        `export class Refused extends DomainError { readonly status: number = 422 }
        /** Too much of it. */
        export class TooLarge extends Refused { readonly code = 'too_large' }
        export class Other extends Error { readonly code = 'other' }`,
      ),
      parse('server/src/payments/pay.ts', 'throw new TooLarge(`It has ${n} bytes. ` + "Send less.")'),
    ])
    expect(page).toContain('## too_large\n\n422, lib. Too much of it.\n\n- It has … bytes. Send less.')
    expect(page).not.toContain('other')
  })

  it('are refused where two errors have one code', () => {
    const twin = (name: string) => `export class ${name} extends DomainError { code = 'a'; status = 400 }`
    expect(() => errorsPage([parse('server/src/lib/a.ts', twin('A') + twin('B'))])).toThrow(
      'A and B have one code: a',
    )
  })

  it('take the words of migrations from above and behind', () => {
    const comments = migrationComments([
      `-- The books.
      create schema ledger;

      -- One row moves
      -- one amount.
      create table ledger.transfers (
        id uuid not null, -- its own
        -- In minor units.
        amount bigint,
        primary key (id) -- no column
      );`.replace(/^ {6}/gm, ''),
    ])
    expect(Object.fromEntries(comments)).toEqual({
      ledger: 'The books.',
      'ledger.transfers': 'One row moves one amount.',
      'ledger.transfers.id': 'its own',
      'ledger.transfers.amount': 'In minor units.',
    })
  })

  it('take a docstring only from directly above', () => {
    const text = '/** Far. */\nconst a = 1\n/** Near\n * it. */\nconst b = 2'
    expect(docAbove(text, text.indexOf('const b'))).toBe('Near it.')
    expect(docAbove('/** Far. */\nconst a = 1\n/* x */ const b = 2', 36)).toBe('')
    expect(docAbove(text, 0)).toBe('')
  })

  it('know a state table by its shape', () => {
    expect(isStateTable({ open: { close: 'closed' }, closed: {} })).toBe(true)
    expect(isStateTable({ open: { close: 'gone' } })).toBe(false)
    expect(isStateTable(['open'])).toBe(false)
    expect(isStateTable(undefined)).toBe(false)
  })

  it('differ from what is committed at a line, or not at all', () => {
    expect(firstDifference('a\nb\n', 'a\nb\n')).toBeUndefined()
    expect(firstDifference('a\nb\n', undefined)).toBe('it is missing')
    expect(firstDifference('a\nb\n', 'a\nc\n')).toBe('line 2 is "c" and would be "b"')
    expect(firstDifference('a\n', 'a\n\nmore')).toContain('line 3 is "more"')
  })
})
