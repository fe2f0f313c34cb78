import { useQuery } from '@tanstack/react-query'
import { api, ask } from '../../api/client.ts'
import { type KeysetRows, useKeyset } from '../../api/keyset.ts'
import type { components, paths } from '../../api/schema.generated.ts'
import { useSession } from '../../api/session.ts'
import { CustomerField } from '../../parts/customer-field.tsx'
import { InvoiceStatus, invoiceStatusWords } from '../../parts/invoice-status.tsx'
import {
  AmountChip,
  Chip,
  ChoiceChip,
  type Column,
  DayChip,
  type UrlFilters,
} from '../../parts/list/index.ts'
import { Day } from '../../parts/moment.tsx'
import { Money } from '../../parts/money.tsx'
import { useWords } from '../../words/index.ts'
import styles from './invoices.module.css'
import { words } from './words.ts'

export type Invoice = components['schemas']['Invoice']
type Query = NonNullable<paths['/v1/invoices']['get']['parameters']['query']>

export const FILTERS = [
  'q',
  'status',
  'open',
  'created_from',
  'created_to',
  'amount_from',
  'amount_to',
  'customer',
] as const
type Values = Readonly<Partial<Record<(typeof FILTERS)[number], string>>>

const PAGE = 50

/** The invoices that the filters show, page by page. */
export function useInvoices(values: Values): KeysetRows<Invoice> {
  const query = queryOf(values)
  return useKeyset<Invoice>(['invoices', 'list', query], (starting_after) =>
    ask(
      api.GET('/v1/invoices', {
        params: {
          query: { ...query, limit: PAGE, ...(starting_after === undefined ? {} : { starting_after }) },
        },
      }),
    ),
  )
}

/** The filters as the API takes them. */
export function queryOf({ amount_from, amount_to, status, open, ...rest }: Values): Query {
  return {
    ...rest,
    ...(open === undefined ? {} : { open: true }),
    ...(status === undefined ? {} : { status: status as NonNullable<Query['status']> }),
    ...(amount_from === undefined ? {} : { amount_from: Number(amount_from) }),
    ...(amount_to === undefined ? {} : { amount_to: Number(amount_to) }),
  }
}

/** In the order of what one looks for. Full and partial refunds bear one label, but are found apart. */
const STATUSES = ['open', 'overdue', 'partially_paid', 'processing', 'paid'] as const

export function Chips({ filters: { values, set } }: { filters: UrlFilters<(typeof FILTERS)[number]> }) {
  const say = useWords(words)
  const status = useWords(invoiceStatusWords)
  const { company } = useSession()
  return (
    <>
      <ChoiceChip
        name={say('status')}
        value={values.status}
        choices={[
          ...STATUSES.map((value) => ({ value, label: status(value) })),
          { value: 'partially_refunded', label: say('partlyRefunded') },
          { value: 'refunded', label: say('fullyRefunded') },
          { value: 'void', label: status('void') },
        ]}
        onChange={(value) => set({ status: value })}
      />
      <ChoiceChip
        name={say('open')}
        value={values.open}
        choices={[{ value: 'true', label: say('onlyOpen') }]}
        onChange={(value) => set({ open: value })}
      />
      <CustomerChip value={values.customer} onChange={(customer) => set({ customer })} />
      <DayChip
        name={say('created')}
        from={values.created_from}
        to={values.created_to}
        onChange={(created_from, created_to) => set({ created_from, created_to })}
      />
      <AmountChip
        name={say('amount')}
        currency={company.currency}
        from={values.amount_from}
        to={values.amount_to}
        onChange={(amount_from, amount_to) => set({ amount_from, amount_to })}
      />
    </>
  )
}

function CustomerChip({
  value,
  onChange,
}: {
  value: string | undefined
  onChange: (id: string | undefined) => void
}) {
  const say = useWords(words)
  const { data } = useQuery({
    queryKey: ['customers', value],
    queryFn: () => ask(api.GET('/v1/customers/{id}', { params: { path: { id: value ?? '' } } })),
    enabled: value !== undefined,
  })
  return (
    <Chip
      name={say('customer')}
      value={value && (data?.name ?? say('customer'))}
      onClear={() => onChange(undefined)}
    >
      {(close) => (
        <CustomerField
          label={say('customer')}
          autoFocus
          value={undefined}
          onChange={(payer) => {
            if (payer?.kind !== 'customer') return
            onChange(payer.customer.id)
            close()
          }}
        />
      )}
    </Chip>
  )
}

/** Beside an open invoice there is room for less. */
export function useColumns(isNarrow: boolean): readonly Column<Invoice>[] {
  const say = useWords(words)
  const columns: (Column<Invoice> & { isExtra?: boolean })[] = [
    { id: 'number', title: say('number'), cell: (row) => <strong>{row.number}</strong>, width: '136px' },
    {
      id: 'customer',
      title: say('customer'),
      cell: (row) => <span className={styles.quiet}>{row.buyer.name}</span>,
    },
    {
      id: 'status',
      title: say('status'),
      cell: (row) => <InvoiceStatus status={row.status} />,
      width: '152px',
    },
    {
      id: 'total',
      title: say('total'),
      cell: (row) => <Money amount={row.total} currency={row.currency} />,
      isRight: true,
      width: '152px',
    },
    {
      id: 'open',
      title: say('open'),
      cell: (row) => row.open > 0 && <Money amount={row.open} currency={row.currency} />,
      isRight: true,
      width: '152px',
      isExtra: true,
    },
    {
      id: 'due',
      title: say('due'),
      cell: (row) => row.due_on && <Day at={row.due_on} />,
      width: '136px',
      isExtra: true,
    },
  ]
  return columns.filter(({ isExtra }) => !(isNarrow && isExtra))
}

/** A row on a phone. */
export function Card({ row }: { row: Invoice }) {
  return (
    <span className={styles.card}>
      <strong>{row.number}</strong>
      <Money amount={row.total} currency={row.currency} />
      <span className={styles.quiet}>{row.buyer.name}</span>
      <InvoiceStatus status={row.status} />
    </span>
  )
}
