import { Button } from '@mantine/core'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { api, ask } from '../../api/client.ts'
import type { components } from '../../api/schema.generated.ts'
import { formatMoney, useLanguage, useWords } from '../../words/index.ts'
import { Allowed } from '../allowed.tsx'
import { ProblemNote } from '../problem.tsx'
import { useToast } from '../toasts.tsx'
import { wireWords } from './words.ts'

type Payment = components['schemas']['PaymentRow']

/** Takes the match of a wire back; it can be matched again, so nothing is asked first. */
export function UnmatchWire({ payment }: { payment: Payment }) {
  const say = useWords(wireWords)
  const { locale } = useLanguage()
  const toast = useToast()
  const queries = useQueryClient()
  const undoing = useMutation({
    mutationFn: () => ask(api.POST('/v1/wires/{id}/unmatch', { params: { path: { id: payment.id } } })),
    onSuccess: ({ unmatched }) =>
      toast({
        tone: 'done',
        text: say('unmatched', { amount: formatMoney(unmatched, payment.currency, locale) }),
      }),
    onSettled: () => {
      for (const kind of ['wires', 'payments', 'payment_requests', 'invoices', 'credits', 'priorities'])
        void queries.invalidateQueries({ queryKey: [kind] })
    },
  })
  return (
    <Allowed to="refunds.create">
      <Button
        size="compact-sm"
        variant="default"
        loading={undoing.isPending}
        onClick={() => undoing.mutate()}
      >
        {say('unmatch')}
      </Button>
      <ProblemNote error={undoing.error} />
    </Allowed>
  )
}
