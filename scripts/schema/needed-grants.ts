import { withoutLiterals } from '../statements/statement-rules.ts'

const VERBS: [verb: string, pattern: RegExp][] = [
  ['insert', /\binsert\s+into\s+(\w+\.\w+)/gi],
  ['update', /\bupdate\s+(?:only\s+)?(\w+\.\w+)/gi],
  ['delete', /\bdelete\s+from\s+(?:only\s+)?(\w+\.\w+)/gi],
]
const LOCKS = /\bfor\s+(no\s+key\s+update|update|share|key\s+share)\b/i

/** `schema.table verb` for all that these texts change or lock: what the server's role must be granted. */
export function neededGrants(texts: readonly string[]): Set<string> {
  const needed = new Set<string>()
  for (const each of texts) {
    const text = withoutLiterals(each)
    for (const [verb, pattern] of VERBS) {
      for (const [, table] of text.matchAll(pattern)) needed.add(`${table} ${verb}`)
    }
    for (const [, table] of text.matchAll(/\binsert\s+into\s+(\w+\.\w+)[^;]*?\bdo\s+update\b/gi)) {
      needed.add(`${table} update`)
    }
    if (!LOCKS.test(text)) continue
    for (const [, table] of text.matchAll(/\b(?:from|join)\s+(\w+\.\w+)/gi)) needed.add(`${table} update`)
  }
  return needed
}
