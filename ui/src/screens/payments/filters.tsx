import { useSession } from '../../api/session.ts'
import { AmountChip, ChoiceChip, DayChip, type UrlFilters } from '../../parts/list/index.ts'
import { useWords } from '../../words/index.ts'
import { words } from './words.ts'

/** What payments and refunds are found by, alike. */
export const FILTERS = [
  'q',
  'status',
  'created_from',
  'created_to',
  'amount_from',
  'amount_to',
  'customer',
] as const
type Name = (typeof FILTERS)[number]

interface Props {
  filters: UrlFilters<Name>
  statuses: readonly { value: string; label: string }[]
}

export function Chips({ filters: { values, set }, statuses }: Props) {
  const say = useWords(words)
  const { company } = useSession()
  return (
    <>
      <ChoiceChip
        name={say('status')}
        value={values.status}
        choices={statuses}
        onChange={(status) => set({ status })}
      />
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

/** The filters as the API takes them; `Status` is what the list may be filtered by. */
export function queryOf<Status extends string>(values: UrlFilters<Name>['values']) {
  const { amount_from, amount_to, status, ...rest } = values
  return {
    ...rest,
    ...(status === undefined ? {} : { status: status as Status }),
    ...(amount_from === undefined ? {} : { amount_from: Number(amount_from) }),
    ...(amount_to === undefined ? {} : { amount_to: Number(amount_to) }),
  }
}
