import { useDebouncedValue } from '@mantine/hooks'
import { useQuery } from '@tanstack/react-query'
import { api, ask } from '../../api/client.ts'
import { useLanguage } from '../../words/index.ts'
import { bodyOf, type Terms } from './terms.ts'

const TYPING_MS = 250

/** What an invoice with these terms comes to, as the server computes it a moment after the person stops typing. */
export function usePreview(terms: Terms, currency: string, discountLabel: string) {
  const { locale } = useLanguage()
  const body = bodyOf(terms, { currency, discountLabel, locale })
  const [asked] = useDebouncedValue(body === undefined ? '' : JSON.stringify(body), TYPING_MS)
  const preview = useQuery({
    queryKey: ['invoice-preview', asked],
    queryFn: () => ask(api.POST('/v1/invoices/preview', { body: JSON.parse(asked) as typeof body & {} })),
    enabled: asked !== '',
    retry: false,
    placeholderData: (before) => before,
  })
  return { body, sums: body === undefined ? undefined : preview.data, error: preview.error }
}
