import { useQuery } from '@tanstack/react-query'
import { api, ask } from '../../api/client.ts'
import { useWords } from '../../words/index.ts'
import { requestWords } from './request-words.ts'

/** How the request may be paid by now, as the server decides it; nothing until it has said so. */
export function WaysToPay({ requestId }: { requestId: string }) {
  const say = useWords(requestWords)
  const { data } = useQuery({
    queryKey: ['payment_requests', requestId, 'methods'],
    queryFn: () => ask(api.GET('/v1/payment_requests/{id}/methods', { params: { path: { id: requestId } } })),
  })
  if (data === undefined) return null
  const offered = data.data.filter(({ offered }) => offered).map(({ method }) => say(`way_${method}`))
  return offered.length === 0 ? say('noWay') : offered.join(', ')
}
