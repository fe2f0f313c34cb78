import { formatMoney, useLanguage } from '../words/index.ts'

interface Props {
  /** In minor units. */
  amount: number
  currency: string
  className?: string | undefined
}

/** An amount in the words of the screen's locale. */
export function Money({ amount, currency, className }: Props) {
  const { locale } = useLanguage()
  return (
    <span
      className={className === undefined ? 'figures' : `figures ${className}`}
      style={{ whiteSpace: 'nowrap' }}
    >
      {formatMoney(amount, currency, locale)}
    </span>
  )
}
