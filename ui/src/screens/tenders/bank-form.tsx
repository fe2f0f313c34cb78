import { Button, Checkbox, TextInput } from '@mantine/core'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { api, ask } from '../../api/client.ts'
import { useKeyOf } from '../../api/once.ts'
import { isoDay } from '../../parts/iso-day.ts'
import { Tick } from '../../parts/list/tick.tsx'
import { ProblemNote } from '../../parts/problem.tsx'
import { useToast } from '../../parts/toasts.tsx'
import { formatMoney, useLanguage, useWords } from '../../words/index.ts'
import { TenderLine, useTenderName } from './tender-line.tsx'
import styles from './tenders.module.css'
import type { Tender } from './tenders.tsx'
import { words } from './words.ts'

/** What of it still lies there: some may have been given back. */
const toBank = ({ amount, tender }: Tender) => tender?.to_bank ?? amount

/** What waits to be banked: all of it, unless some is unticked, is taken to the bank in one go. */
export function BankForm({ tenders }: { tenders: readonly Tender[] }) {
  const say = useWords(words)
  const nameOf = useTenderName()
  const { locale, timeZone } = useLanguage()
  const toast = useToast()
  const queries = useQueryClient()
  const keyOf = useKeyOf()
  const today = isoDay(new Date(), timeZone)
  const [off, setOff] = useState<ReadonlySet<string>>(new Set())
  const [day, setDay] = useState(today)
  const [slip, setSlip] = useState('')
  const ticked = tenders.filter(({ id }) => !off.has(id))
  const currency = ticked[0]?.currency ?? 'usd'
  const isMixed = ticked.some((tender) => tender.currency !== currency)
  const total = ticked.reduce((sum, row) => sum + toBank(row), 0)
  const money = (tender: { amount: number; currency: string }) =>
    formatMoney(tender.amount, tender.currency, locale)
  const banking = useMutation({
    mutationFn: () => {
      const body = { payments: ticked.map(({ id }) => id), deposited_on: day, reference: slip.trim() || null }
      return ask(api.POST('/v1/bank_deposits', { body, params: { header: keyOf('bank', body) } }))
    },
    onSuccess: (deposit) => {
      toast({ tone: 'done', text: say('done', { amount: money(deposit) }) })
      setSlip('')
    },
    onSettled: () => {
      for (const kind of ['tenders', 'bank_deposits', 'payments'])
        void queries.invalidateQueries({ queryKey: [kind] })
    },
  })
  const tick = (id: string, isOn: boolean) => {
    const rest = new Set(off)
    if (isOn) rest.delete(id)
    else rest.add(id)
    setOff(rest)
  }
  const isReady = ticked.length > 0 && !isMixed && day !== ''
  return (
    <div className={styles.form}>
      <Checkbox
        label={say('all')}
        checked={ticked.length === tenders.length}
        indeterminate={ticked.length > 0 && ticked.length < tenders.length}
        onChange={(event) =>
          setOff(event.currentTarget.checked ? new Set() : new Set(tenders.map(({ id }) => id)))
        }
      />
      <ul className={styles.lines}>
        {tenders.map((tender) => (
          <TenderLine key={tender.id} tender={tender}>
            <Tick
              name={say('tick', {
                name: nameOf(tender),
                customer: tender.customer_name ?? '',
                amount: money({ ...tender, amount: toBank(tender) }),
              })}
              isTicked={!off.has(tender.id)}
              onTick={() => tick(tender.id, off.has(tender.id))}
            />
          </TenderLine>
        ))}
      </ul>
      {/* The lines stand outside of it: what a dialog of theirs submits must bank nothing. */}
      <form
        noValidate
        className={styles.form}
        onSubmit={(event) => {
          event.preventDefault()
          if (isReady) banking.mutate()
        }}
      >
        <div className={styles.pair}>
          <TextInput
            type="date"
            label={say('day')}
            max={today}
            value={day}
            onChange={(event) => setDay(event.currentTarget.value)}
          />
          <TextInput
            label={say('slip')}
            maxLength={500}
            value={slip}
            onChange={(event) => setSlip(event.currentTarget.value)}
          />
        </div>
        {isMixed && <p role="alert">{say('mixed')}</p>}
        <ProblemNote error={banking.error} />
        <div>
          <Button type="submit" loading={banking.isPending} disabled={!isReady}>
            {isReady ? say('bank', { amount: money({ amount: total, currency }) }) : say('bankNothing')}
          </Button>
        </div>
      </form>
    </div>
  )
}
