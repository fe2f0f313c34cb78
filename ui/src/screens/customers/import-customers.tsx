import { Button } from '@mantine/core'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Check, FileText } from 'lucide-react'
import { useEffect, useRef, useState } from 'react'
import { api, ask } from '../../api/client.ts'
import { isWorthRepeating } from '../../api/problem.ts'
import type { paths } from '../../api/schema.generated.ts'
import { DropPage, RefusedLines, importStyles as styles } from '../../parts/import/index.ts'
import { ProblemNote } from '../../parts/problem.tsx'
import { useWords } from '../../words/index.ts'
import { importWords } from './import-words.ts'

type Report = paths['/v1/customers/import']['post']['responses'][201]['content']['application/json']

/** Imports lists of customers: each is tried first, and imported when its report was seen. */
export function Component() {
  const say = useWords(importWords)
  return (
    <DropPage title={say('title')} hint={say('kinds')} accept=".csv,text/csv" closesTo="/customers">
      {(file) => <ImportedList file={file} />}
    </DropPage>
  )
}

function ImportedList({ file }: { file: File }) {
  const say = useWords(importWords)
  const queries = useQueryClient()
  // One each, so that a repeat after no answer imports nothing twice.
  const keys = useRef({ try: crypto.randomUUID(), import: crypto.randomUUID() })
  // What was tried stays in sight, with the way on, where the import itself fails.
  const [report, setReport] = useState<Report>()
  const sending = useMutation({
    mutationFn: (step: 'try' | 'import') =>
      ask(
        api.POST('/v1/customers/import', {
          params: {
            query: { dry_run: step === 'try' },
            header: { 'idempotency-key': keys.current[step] },
          },
          headers: { 'content-type': 'text/csv' },
          body: file as never,
          bodySerializer: (body: unknown) => body as Blob,
        }),
      ),
    onSuccess: (report) => {
      setReport(report)
      if (!report.dry_run) void queries.invalidateQueries({ queryKey: ['customers'] })
    },
  })
  const { mutate, error } = sending
  const isBegun = useRef(false)
  useEffect(() => {
    if (isBegun.current) return
    isBegun.current = true
    mutate('try')
  }, [mutate])
  return (
    <>
      <h2>
        <FileText size={16} aria-hidden /> {file.name}
      </h2>
      {sending.isPending && <p role="status">{say('reading')}</p>}
      <ProblemNote
        error={error}
        onAgain={isWorthRepeating(error) ? () => mutate(sending.variables ?? 'try') : undefined}
      />
      <RefusedLines error={error} />
      {report && (
        <div className={styles.report} role="status">
          <p className={report.dry_run ? undefined : styles.done}>
            {!report.dry_run && <Check size={16} aria-hidden />}
            {say(report.dry_run ? 'wouldImport' : 'imported', {
              count: report.imported.length,
              lines: report.lines,
            })}
          </p>
          {report.already_there.length > 0 && <p>{say('known', { count: report.already_there.length })}</p>}
          {report.ignored_columns.length > 0 && (
            <p className={styles.quiet}>{say('ignored', { columns: report.ignored_columns.join(', ') })}</p>
          )}
          {report.dry_run && report.imported.length > 0 && (
            <Button className={styles.go} onClick={() => mutate('import')}>
              {say('importNow', { count: report.imported.length })}
            </Button>
          )}
        </div>
      )}
    </>
  )
}
