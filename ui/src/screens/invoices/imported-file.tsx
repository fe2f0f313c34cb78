import { Button, NativeSelect } from '@mantine/core'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Check, FileText } from 'lucide-react'
import { useEffect, useRef, useState } from 'react'
import { Link } from 'react-router'
import { isWorthRepeating, Problem } from '../../api/problem.ts'
import { useMay } from '../../api/session.ts'
import { RefusedLines, importStyles as styles } from '../../parts/import/index.ts'
import { ProblemNote } from '../../parts/problem.tsx'
import { useWords } from '../../words/index.ts'
import { HOLDINGS, type Holding, type Imported, importFile, importList, typeOf } from './import-file.ts'
import { Report } from './import-report.tsx'
import { importWords } from './import-words.ts'

type Step = 'try' | 'import' | 'confirmed'

const IS_HOLDING = (value: string): value is Holding => (HOLDINGS as readonly string[]).includes(value)

/**
 * One file on its way in. A list is tried first, as what it holds, and imported when its report was seen; an e-invoice is imported at
 * once, but for one whose seller is called otherwise: that is asked about.
 */
export function ImportedFile({ file }: { file: File }) {
  const say = useWords(importWords)
  const queries = useQueryClient()
  const mayCredit = useMay('credits.write')
  const keys = useRef<Record<string, string>>({})
  const [holding, setHolding] = useState<Holding>('invoices')
  const type = typeOf(file)
  // What was tried stays in sight, with the way on, where the import itself fails.
  const [data, setData] = useState<Imported>()
  const sending = useMutation({
    mutationFn: ({ step, as }: { step: Step; as: Holding }) => {
      const what = `${step} ${as}`
      const key = keys.current[what] ?? crypto.randomUUID()
      keys.current[what] = key
      if (type === 'text/csv') return importList(file, as, step === 'try', key)
      return importFile(file, type ?? '', step === 'confirmed' ? { confirm_seller: true } : {}, key)
    },
    onSuccess: (imported, { step }) => {
      setData(imported)
      if (step === 'try') return
      for (const kind of ['invoices', 'customers', 'credits', 'credit_notes'])
        void queries.invalidateQueries({ queryKey: [kind] })
    },
  })
  const { mutate } = sending
  const go = (step: Step) => mutate({ step, as: holding })
  const isDone = data !== undefined && 'dry_run' in data && !data.dry_run
  const isBegun = useRef(false)
  useEffect(() => {
    if (type === undefined || isBegun.current) return
    isBegun.current = true
    mutate({ step: type === 'text/csv' ? 'try' : 'import', as: 'invoices' })
  }, [type, mutate])
  const { error } = sending
  const isForeign = error instanceof Problem && error.code === 'seller_differs'
  return (
    <>
      <h2>
        <FileText size={16} aria-hidden /> {file.name}
      </h2>
      {type === undefined && <p role="alert">{say('notKnown', { name: file.name })}</p>}
      {type === 'text/csv' && !isDone && (
        <NativeSelect
          className={styles.choice}
          label={say('holding')}
          description={say(`${holding}Hint`)}
          data={HOLDINGS.filter((value) => mayCredit || !value.endsWith('credits')).map((value) => ({
            value,
            label: say(value),
          }))}
          value={holding}
          disabled={sending.isPending}
          onChange={({ currentTarget: { value } }) => {
            if (!IS_HOLDING(value)) return
            setHolding(value)
            setData(undefined)
            mutate({ step: 'try', as: value })
          }}
        />
      )}
      {sending.isPending && <p role="status">{say('reading')}</p>}
      {isForeign ? (
        <div role="alert" className={styles.ask}>
          <h3>{say('notOurs')}</h3>
          <p>{say('sellers', sellersOf(error))}</p>
          <p>{say('sellerHint')}</p>
          <Button onClick={() => go('confirmed')}>{say('confirmSeller')}</Button>
        </div>
      ) : (
        <>
          <ProblemNote
            error={error}
            onAgain={
              isWorthRepeating(error)
                ? () => mutate(sending.variables ?? { step: 'import', as: holding })
                : undefined
            }
          />
          <RefusedLines error={error} />
        </>
      )}
      {(data?.object === 'invoice_import' || data?.object === 'credit_import') && (
        <Report report={data} onImport={() => go('import')} />
      )}
      {(data?.object === 'invoice' || data?.object === 'credit_note') && (
        <p className={styles.done} role="status">
          <Check size={16} aria-hidden />
          {say(data.object === 'invoice' ? 'invoice' : 'creditNote', { number: data.number ?? '' })}{' '}
          {data.object === 'invoice' && <Link to={`/invoices/${data.id}`}>{say('open')}</Link>}
        </p>
      )}
    </>
  )
}

/** Who the document says sells, and who the company is. */
function sellersOf({ document }: Problem): { seller: string; company: string } {
  const named = (value: unknown) => {
    const { names = [], tax_id: taxId = null } = (value ?? {}) as { names?: string[]; tax_id?: string | null }
    return [...names, ...(taxId === null ? [] : [taxId])].join(' / ')
  }
  return { seller: named(document.seller), company: named(document.company) }
}
