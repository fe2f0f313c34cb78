export { Database, type Db, type GlobalDb, sqlState, type Tx, violatedConstraint } from './database.ts'
export { join, raw, sql } from './sql.ts'
