import { useQuery } from '@tanstack/react-query'
import { api, ask } from './client.ts'
import type { paths } from './schema.generated.ts'

export type MerchantAccount =
  paths['/v1/merchant_account']['get']['responses'][200]['content']['application/json']

export const MERCHANT_ACCOUNT = ['merchant_account']

/** How the company's payments account stands; it is not asked for where `enabled` says so. */
export function useMerchantAccount({ enabled = true } = {}) {
  return useQuery({
    queryKey: MERCHANT_ACCOUNT,
    queryFn: () => ask(api.GET('/v1/merchant_account')),
    // Whoever comes back from the processor wants to see what it thinks now.
    refetchOnMount: 'always',
    enabled,
  })
}
