export {
  Database,
  type Db,
  type GlobalDb,
  type Last,
  sqlState,
  type Tx,
  violatedConstraint,
} from './database.ts'
export { Notices } from './notices.ts'
export { join, raw, type Statement, sql } from './sql.ts'
