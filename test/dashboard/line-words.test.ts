import { join } from 'node:path'
import { expect, it } from 'vitest'
import { toCustomers } from '../../server/src/customers/csv/to-customers.ts'
import { type CsvTable, decodeCsv } from '../../server/src/lib/csv/decode-csv.ts'
import { speak, type Words } from '../../server/src/lib/words.ts'
import { toInvoices } from '../../server/src/receivables/csv/to-invoices.ts'

const file = join(import.meta.dirname, '../../ui/src/parts/import/line-words.ts')
const { lineWords } = (await import(file)) as { lineWords: Words }
const table = (text: string) => decodeCsv(Buffer.from(text)) as CsvTable

const INVOICES = `number,issued_on,currency,customer_name,unit_price,quantity,tax_rate,prepaid,total
1,01/02/2026,usd,X,1,1,0,,
2,26/02/2026,usd,X,1,1,0,,
3,2026-01-01,zzz,X,1,1,0,,
4,2026-01-01,usd,,1,1,0,,
5,2026-01-01,usd,X,abc,1,0,,
6,2026-01-01,usd,X,"1,234",1,0,,
7,2026-01-01,usd,X,1,-1,0,,
8,2026-01-01,usd,X,1,1,120,,
9,2026-01-01,usd,X,1,1,0,,2.00
10,2026-01-01,usd,X,1,1,0,5,
11,2026-01-01,usd,X,1,1,0,,,,
12,2026-01-01,usd,X,1,1,0,,
12,2026-01-02,usd,X,1,1,0,,
13,2026-01-01,usd,X\u0000,1,1,0,,
14,2026-01-01,usd,${'X'.repeat(301)},1,1,0,,
`
const CREDITS = `number,issued_on,currency,customer_name,unit_price
1,2026-01-01,usd,X,0
`
const CUSTOMERS = `name,code,email,phone,language,country,time_zone,payment_links_enabled
A,C,nobody,12,de,France,Mars/Base,perhaps
B,C,,,,,,
`

it('every reason for which a line of a list is refused is said in both languages, with its figures', () => {
  const refused = [
    ...toInvoices(table(INVOICES), { source: 'csv', currency: null, of: 'invoices' }).refused,
    ...toInvoices(table(CREDITS), { source: 'csv', currency: null, of: 'credits' }).refused,
    ...toCustomers(table(CUSTOMERS), 'csv').refused,
  ]
  expect([...new Set(refused.map(({ code }) => code))].sort()).toEqual(Object.keys(lineWords.en).sort())
  for (const { code, values } of refused)
    for (const locale of ['en-US', 'fr-CA'] as const) {
      const said = speak(lineWords, locale)(code, values)
      expect([code, /[{}]|undefined/.test(said)]).toEqual([code, false])
      for (const value of Object.values(values ?? {}))
        expect([code, said]).toEqual([code, expect.stringContaining(String(value))])
    }
  expect(Object.keys(lineWords.fr).sort()).toEqual(Object.keys(lineWords.en).sort())
})
