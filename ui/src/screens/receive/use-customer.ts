import { useQuery } from '@tanstack/react-query'
import { api, ask } from '../../api/client.ts'
import type { components } from '../../api/schema.generated.ts'

export type Customer = components['schemas']['Customer']

/** The customer whom the address names: where one comes from their profile. */
export function useGivenCustomer(id: string | null) {
  const { data, error } = useQuery({
    queryKey: ['customers', id],
    queryFn: () => ask(api.GET('/v1/customers/{id}', { params: { path: { id: id ?? '' } } })),
    enabled: id !== null,
  })
  return { customer: data, error }
}

/** In which currencies a customer owes something; the first is what one begins with. */
export function useCurrencies(customer: string, ofCompany: string): readonly string[] | undefined {
  const { data, isError } = useQuery({
    queryKey: ['invoices', 'open', customer],
    queryFn: () => ask(api.GET('/v1/invoices', { params: { query: { customer, open: true, limit: 100 } } })),
  })
  if (data === undefined && !isError) return undefined
  const owed = data?.data.filter(({ open }) => open > 0).map(({ currency }) => currency) ?? []
  return [...new Set([...owed, ofCompany])]
}

/** What of a customer's is saved and may be charged. */
export function useSaved(customer: string) {
  const { data } = useQuery({
    queryKey: ['payment_methods', 'of', customer],
    queryFn: async () =>
      (await ask(api.GET('/v1/customers/{id}/payment_methods', { params: { path: { id: customer } } }))).data,
  })
  return data?.filter(({ state }) => state === 'active') ?? []
}
