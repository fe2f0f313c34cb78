import { expect, it } from 'vitest'
import { csvLine } from './csv-text.ts'

it('a cell that a spreadsheet would run becomes text; quotes, commas and line ends are kept', () => {
  for (const [cell, written] of [
    ['=1+1', "'=1+1"],
    ['@SUM(A1)', "'@SUM(A1)"],
    ['+33 1 23', "'+33 1 23"],
    ['-2+3', "'-2+3"],
    ['\t=x', "'\t=x"],
    ['-12.50', '-12.50'],
    ['a,b', '"a,b"'],
    ['say "hi"', '"say ""hi"""'],
    ['two\nlines', '"two\nlines"'],
    ['=a,"b"', `"'=a,""b"""`],
    [null, ''],
    [-3, '-3'],
    ['é', 'é'],
  ] as const)
    expect(csvLine([cell, 'x'])).toBe(`${written},x\r\n`)
})
