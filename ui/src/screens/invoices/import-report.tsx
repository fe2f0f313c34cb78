import { Button } from '@mantine/core'
import { Check } from 'lucide-react'
import { importStyles as styles } from '../../parts/import/index.ts'
import { useWords } from '../../words/index.ts'
import type { ImportReport } from './import-file.ts'
import { importWords } from './import-words.ts'

/** As many numbers as one reads. */
const SHOWN = 12

/** What a list would bring, or has brought. */
export function Report({ report, onImport }: { report: ImportReport; onImport: () => void }) {
  const say = useWords(importWords)
  const of = report.object === 'credit_import' ? 'credits' : 'invoices'
  const { imported, already_imported: known, dry_run: isTrial, ignored_columns: ignored } = report
  const some = (numbers: readonly string[]) =>
    numbers.length <= SHOWN
      ? numbers.join(', ')
      : say('more', { numbers: numbers.slice(0, SHOWN).join(', '), count: numbers.length - SHOWN })
  return (
    <div className={styles.report} role="status">
      <p className={isTrial ? undefined : styles.done}>
        {!isTrial && <Check size={16} aria-hidden />}
        {say(isTrial ? 'wouldImport' : 'imported', { of, count: imported.length, lines: report.lines })}
      </p>
      {imported.length > 0 && <p className={styles.quiet}>{some(imported.map(({ number }) => number))}</p>}
      {report.customers_created > 0 && <p>{say('customers', { count: report.customers_created })}</p>}
      {known.length > 0 && <p>{say('known', { numbers: some(known) })}</p>}
      {ignored.length > 0 && (
        <p className={styles.quiet}>{say('ignored', { columns: ignored.join(', ') })}</p>
      )}
      {isTrial && imported.length > 0 && (
        <Button className={styles.go} onClick={onImport}>
          {say('importNow', { of, count: imported.length })}
        </Button>
      )}
    </div>
  )
}
