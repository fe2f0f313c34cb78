import { useQuery } from '@tanstack/react-query'
import { api, ask } from '../../api/client.ts'
import { WaysToPay } from '../../parts/ways-to-pay.tsx'

/** How the request may be paid by now, and why not otherwise; nothing until the server has said so. */
export function RequestWays({ requestId }: { requestId: string }) {
  const { data } = useQuery({
    queryKey: ['payment_requests', requestId, 'methods'],
    queryFn: () => ask(api.GET('/v1/payment_requests/{id}/methods', { params: { path: { id: requestId } } })),
  })
  return data === undefined ? null : <WaysToPay ways={data.data} />
}
