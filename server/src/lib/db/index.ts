export type { Db, GlobalDb, Last, Tx } from './access.ts'
export { Database, sqlState, violatedConstraint } from './database.ts'
export { Notices } from './notices.ts'
export { join, raw, type Statement, sql } from './sql.ts'
