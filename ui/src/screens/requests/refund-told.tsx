import { useQuery } from '@tanstack/react-query'
import { api, ask } from '../../api/client.ts'
import { useWords } from '../../words/index.ts'
import type { Payment } from './payments.tsx'
import { refundToldWords } from './refund-told-words.ts'

/** What the payer will see of a refund, and when: by what they had paid with, under the name that banks show. */
export function RefundTold({ method, isByHand }: { method: Payment['method']; isByHand: boolean }) {
  const say = useWords(refundToldWords)
  const { data } = useQuery({
    queryKey: ['company'],
    queryFn: () => ask(api.GET('/v1/company')),
    enabled: !isByHand && method !== 'bnpl',
  })
  if (isByHand) return say('hand')
  const descriptor = data?.statement_descriptor
  const from = descriptor ? say('from', { descriptor }) : ''
  if (method === 'bnpl') return say('bnpl')
  return say(method === 'ach' ? 'ach' : 'card', { from })
}
