import type { ReactNode } from 'react'
import { api, ask } from '../../api/client.ts'
import { formatMoney, useLanguage, useWords } from '../../words/index.ts'
import { Confirm } from '../confirm.tsx'
import { byPhoneWords } from './words.ts'

/** What a customer on the phone pays; `amount` in minor units. */
export interface PaidByPhone {
  of: { payment_request: string } | { invoices: string[] }
  /** As a person calls it: `INV-1042`. */
  name: string
  customer: string | null
  amount: number
  currency: string
}

interface Props {
  paid: PaidByPhone
  /** Nothing is to be paid that a card could be entered for. */
  isDisabled?: boolean
  /** Where what is paid is chosen first. */
  children?: ReactNode
  onClose: () => void
}

/** R-053 R-056: says what is paid and for how much, and leaves for the page of the pay origin where the card is entered. */
export function EnterCard({ paid, isDisabled = false, children, onClose }: Props) {
  const say = useWords(byPhoneWords)
  const { language, locale } = useLanguage()
  const { amount, currency, customer, name, of } = paid
  const money = formatMoney(amount, currency, locale)
  const leave = async () => {
    const { url } = await ask(api.POST('/v1/phone_pages', { body: { ...of, amount } }))
    location.assign(`${url}?lang=${language}`)
  }
  return (
    <Confirm
      title={say('take')}
      action={isDisabled ? say('doNothing') : say('do', { amount: money })}
      isDisabled={isDisabled}
      onConfirm={leave}
      onClose={onClose}
    >
      {children ?? (
        <p>
          {customer === null
            ? say('paysUnnamed', { amount: money, name })
            : say('pays', { customer, amount: money, name })}
        </p>
      )}
      {amount > 0 && <p>{say('text')}</p>}
    </Confirm>
  )
}
