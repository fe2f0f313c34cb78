import type { Db } from './access.ts'
import type { Statement } from './sql.ts'

/** Reads of one moment, where many of them ask the same: each question goes out once. */
export function readingOnce(db: Db): Db {
  const answers = new Map<string, Promise<unknown>>()
  const remember = <T>(how: string, statement: Statement, ask: () => Promise<T>): Promise<T> => {
    const key = JSON.stringify([how, statement.text, statement.values])
    const known = answers.get(key) as Promise<T> | undefined
    if (known !== undefined) return known
    const asked = ask()
    answers.set(key, asked)
    return asked
  }
  return {
    companyId: db.companyId,
    many: (statement) => remember('many', statement, () => db.many(statement)),
    maybe: (statement) => remember('maybe', statement, () => db.maybe(statement)),
    one: (statement) => remember('one', statement, () => db.one(statement)),
  }
}
