import { Checkbox } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { api, ask } from '../../api/client.ts'
import { Lines } from '../../parts/after-a-while.tsx'
import { EnterCard } from '../../parts/by-phone/enter-card.tsx'
import { byPhoneWords } from '../../parts/by-phone/words.ts'
import { ProblemNote } from '../../parts/problem.tsx'
import { formatMoney, useLanguage, useWords } from '../../words/index.ts'
import type { Customer } from './customer.tsx'
import styles from './customers.module.css'

/** R-052 R-054: which of a customer's open invoices they pay by phone: all of one currency, unless some are unticked. */
export function CustomerPays({ customer, onClose }: { customer: Customer; onClose: () => void }) {
  const say = useWords(byPhoneWords)
  const { locale } = useLanguage()
  const { data, error } = useQuery({
    queryKey: ['invoices', 'open', customer.id],
    queryFn: () =>
      ask(api.GET('/v1/invoices', { params: { query: { customer: customer.id, open: true, limit: 100 } } })),
  })
  const [unticked, setUnticked] = useState<ReadonlySet<string>>()
  const open = data?.data.filter((invoice) => invoice.open > 0 && invoice.in_flight === 0) ?? []
  const off =
    unticked ?? new Set(open.filter((each) => each.currency !== open[0]?.currency).map(({ id }) => id))
  const ticked = open.filter(({ id }) => !off.has(id))
  const [first] = ticked
  const currency = first?.currency ?? 'usd'
  const isMixed = ticked.some((invoice) => invoice.currency !== currency)
  const tick = (id: string, isOn: boolean) => {
    const rest = new Set(off)
    if (isOn) rest.delete(id)
    else rest.add(id)
    setUnticked(rest)
  }
  return (
    <EnterCard
      paid={{
        of: { invoices: ticked.map(({ id }) => id) },
        name: ticked.length === 1 && first ? first.number : say('count', { count: ticked.length }),
        customer: customer.name,
        amount: ticked.reduce((sum, invoice) => sum + invoice.open, 0),
        currency,
      }}
      isDisabled={ticked.length === 0 || isMixed}
      onClose={onClose}
    >
      {error && <ProblemNote error={error} />}
      {data === undefined && !error && <Lines count={2} />}
      {data !== undefined && open.length === 0 && <p>{say('nothing', { customer: customer.name })}</p>}
      {open.length > 0 && (
        <fieldset className={styles.ticks}>
          <legend>{say('invoices')}</legend>
          {open.map(({ id, number, open: amount, currency: of }, at) => (
            <Checkbox
              key={id}
              label={say('invoice', { number, amount: formatMoney(amount, of, locale) })}
              checked={!off.has(id)}
              data-autofocus={at === 0 || undefined}
              onChange={(event) => tick(id, event.currentTarget.checked)}
            />
          ))}
        </fieldset>
      )}
      {isMixed && <p role="alert">{say('otherCurrency')}</p>}
    </EnterCard>
  )
}
