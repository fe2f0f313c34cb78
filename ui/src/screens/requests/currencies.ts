import { useMerchantAccount } from '../../api/merchant-account.ts'
import { useMay, useSession } from '../../api/session.ts'

/**
 * What an amount may be asked for in: the company's own currency, and the others where the payments account settles
 * more than one. What it does not settle is refused when it is asked for.
 */
export function useCurrencies(): readonly string[] {
  const { currency } = useSession().company
  const { data: account } = useMerchantAccount({ enabled: useMay('settings.read') })
  const settled = account?.settlement_currencies ?? []
  return settled.length > 1 ? [...new Set([currency, ...settled])] : [currency]
}
