import { proveBooks } from '../../../server/src/app/verify.ts'
import { eventWiring } from '../../../server/src/app/wiring.ts'
import { Database } from '../../../server/src/lib/db/index.ts'
import type { CompanyId } from '../../../server/src/lib/ids.ts'

/** Proves the books of one company in a process that did nothing before, and tells its resident memory at most. */
const [url = '', company = ''] = process.argv.slice(2)
const database = new Database({ url, wiring: { ...eventWiring, nudge: () => {} } })
process.send?.({ ready: true })
const differences = await proveBooks(database, company as CompanyId)
await database.close()
if (differences.length > 0) throw new Error(differences.map(({ message }) => message).join('\n'))
process.send?.({ bytes: process.resourceUsage().maxRSS * 1024 })
