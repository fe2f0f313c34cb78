import { readSetting } from '../identity/index.ts'
import { bankDayAfter, bankDayOf } from '../lib/bank-days.ts'
import type { Db } from '../lib/db/index.ts'
import { achCutOff, achDaysMax, achDaysMin } from './settings.ts'

/** Between which days a bank debit that goes out now is expected to clear, `2026-11-30`: by the company's settings. */
export async function clearingDays(db: Db, now: Date): Promise<{ from: string; to: string }> {
  const [least, most, cutOff] = await Promise.all([
    readSetting(db, achDaysMin),
    readSetting(db, achDaysMax),
    readSetting(db, achCutOff),
  ])
  const goesOut = bankDayOf(now, cutOff)
  return { from: bankDayAfter(goesOut, least), to: bankDayAfter(goesOut, Math.max(least, most)) }
}
