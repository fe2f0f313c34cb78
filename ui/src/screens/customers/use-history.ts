import { type UseQueryResult, useQuery } from '@tanstack/react-query'
import { api, ask } from '../../api/client.ts'
import type { components } from '../../api/schema.generated.ts'

type Schemas = components['schemas']

/** The newest of each kind; the rest stands in the kind's own list. */
const SHOWN = 20

/** What is read of a customer; where the role may not read a kind of it, that kind is not asked for. */
export interface CustomerHistory {
  invoices: UseQueryResult<Schemas['Invoice'][]>
  requests: UseQueryResult<Schemas['PaymentRequest'][]>
  payments: UseQueryResult<Schemas['PaymentRow'][]>
}

/** What was asked of a customer and paid by them, newest first. */
export function useHistory(
  customer: string,
  may: { invoices: boolean; requests: boolean; payments: boolean },
): CustomerHistory {
  const params = { query: { customer, limit: SHOWN } }
  return {
    invoices: useQuery({
      queryKey: ['invoices', 'of', customer],
      queryFn: async () => (await ask(api.GET('/v1/invoices', { params }))).data,
      enabled: may.invoices,
    }),
    requests: useQuery({
      queryKey: ['payment_requests', 'of', customer],
      queryFn: async () => (await ask(api.GET('/v1/payment_requests', { params }))).data,
      enabled: may.requests,
    }),
    payments: useQuery({
      queryKey: ['payments', 'by', customer],
      queryFn: async () => (await ask(api.GET('/v1/payments', { params }))).data,
      enabled: may.payments,
    }),
  }
}
