import { describe, expect, test } from 'vitest'
import type { EmailContent } from './email-content.ts'
import { renderEmail } from './render-email.ts'
import { barest, englishRequest } from './testing/sample-emails.ts'

const textOf = (content: Partial<EmailContent>) =>
  renderEmail({ ...barest, ...content }, { locale: 'en-US', buttonUrl: undefined, sandbox: false }).text

test('a line that a mail program would mangle begins with a space', () => {
  const text = textOf({ paragraphs: ['From Rosa\n>quoted\n-- \nbegin 644 a.exe\nFrommage'] })
  expect(text).toContain('\n From Rosa\n >quoted\n --\n begin 644 a.exe\nFrommage\n')
})

test('a long paragraph is wrapped at 72 columns, a long word is not', () => {
  const link = `https://pay.example/${'x'.repeat(90)}`
  const lines = textOf({ paragraphs: [`${'word '.repeat(40)}${link}`] }).split('\n')
  expect(lines).toContain(link)
  expect(lines.filter((line) => line !== link && line.length > 72)).toEqual([])
})

describe('a table', () => {
  test('stands in aligned columns, its first column wrapped', () => {
    expect(textOf({ table: englishRequest.table })).toContain(`
Description                                   Qty  Unit price     Amount
------------------------------------------------------------------------
Roses, long stem, mixed colours, delivered
on Thursdays before eight in the morning       40      $20.00    $800.00
Glass vases                                    12      $30.00    $360.00
Credit for late delivery                        1     -$19.50    -$19.50
Shipping                                        1     $100.00    $100.00
------------------------------------------------------------------------
Total                                                          $1,240.50
`)
  })

  test('is aligned by the width that ideographs and accents take', () => {
    const columns = [
      { label: 'Item', align: 'left' as const },
      { label: '', align: 'right' as const },
    ]
    const rows = [
      ['花束', '1'],
      ['Cafe\u0301', '10'],
    ]
    expect(textOf({ table: { columns, rows } })).toContain('\nItem\n--------\n花束   1\nCafe\u0301  10\n')
  })

  test('that is too wide is written in lines', () => {
    const columns = ['One', 'Two', 'Three'].map((label) => ({ label, align: 'left' as const }))
    const cell = 'x'.repeat(40)
    const table = {
      columns,
      rows: [
        [cell, cell, cell],
        ['a', '', 'b'],
      ],
      total: { label: 'Total', value: '$1' },
    }
    expect(textOf({ table })).toContain(
      `\nOne: ${cell}\nTwo: ${cell}\nThree: ${cell}\n\nOne: a\nThree: b\n\nTotal: $1\n`,
    )
  })

  test('with rows of unequal length loses no cell', () => {
    const columns = [{ label: 'Only', align: 'left' as const }]
    expect(textOf({ table: { columns, rows: [[], ['a', 'b']] } })).toContain('\na     b\n')
  })
})

test('facts stand in two columns, a long value wrapped in its own', () => {
  const facts = [
    { label: 'Due', value: 'Mon 30 Nov' },
    { label: 'Reference', value: 'abcdefg '.repeat(12).trim() },
  ]
  expect(textOf({ facts })).toContain(`
Due:        Mon 30 Nov
Reference:  abcdefg abcdefg abcdefg abcdefg abcdefg abcdefg abcdefg
            abcdefg abcdefg abcdefg abcdefg abcdefg
`)
})
