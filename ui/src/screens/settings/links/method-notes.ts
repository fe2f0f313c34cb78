import { useQuery } from '@tanstack/react-query'
import { api, ask } from '../../../api/client.ts'
import { waysWords } from '../../../parts/ways-words.ts'
import { useWords } from '../../../words/index.ts'

const ORIGINS: Readonly<Record<string, 'invoice_link' | 'request'>> = {
  'methods.invoice_link': 'invoice_link',
  'methods.request': 'request',
}

/** Why a way to pay that the setting names is not offered all the same; nothing for other settings. */
export function useMethodNotes(key: string): (method: string) => string | undefined {
  const say = useWords(waysWords)
  const origin = ORIGINS[key]
  const { data } = useQuery({
    queryKey: ['methods', { origin }],
    queryFn: () => ask(api.GET('/v1/methods', { params: { query: { origin: origin ?? 'request' } } })),
    enabled: origin !== undefined,
  })
  return (method) => {
    if (origin === undefined) return undefined
    const reason = data?.data.find((way) => way.method === method)?.reason
    return reason == null || reason === 'not_set' ? undefined : say(reason)
  }
}
