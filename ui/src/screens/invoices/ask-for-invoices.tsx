import { Button } from '@mantine/core'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Copy, QrCode, Send } from 'lucide-react'
import { useState } from 'react'
import { api, ask } from '../../api/client.ts'
import { useKeyOf } from '../../api/once.ts'
import type { components } from '../../api/schema.generated.ts'
import { copyText } from '../../parts/copy-button.tsx'
import { addressOf } from '../../parts/customer-field.tsx'
import { Dialog } from '../../parts/dialog.tsx'
import { formatMoney, useLanguage, useWords } from '../../words/index.ts'
import styles from './ask.module.css'
import { AskGroupPart, type Outcome } from './ask-group.tsx'
import { type AskGroup, groupsOf } from './ask-groups.ts'
import { askWords } from './ask-words.ts'
import type { Invoice } from './invoice-list.tsx'

type PaymentRequest = components['schemas']['PaymentRequest']

interface Props {
  invoices: readonly Invoice[]
  onClose: (isDone: boolean) => void
}

/** Reviews the ticked invoices of one customer and asks for them: one request for the sum of what is left to pay. */
export function AskForInvoices({ invoices, onClose }: Props) {
  const say = useWords(askWords)
  const { locale } = useLanguage()
  const queries = useQueryClient()
  const keyOf = useKeyOf()
  // As they stood when they were ticked: the server asks for what is open when it is sent.
  const [[group]] = useState(() => groupsOf(invoices))
  const [typed, setTyped] = useState<string>()
  const [outcome, setOutcome] = useState<Outcome>()
  const address = useAddress(group)
  const email = (typed ?? address ?? '').trim()
  const request = ({ invoices }: AskGroup): Promise<PaymentRequest> => {
    const body = { kind: 'invoice' as const, invoices: invoices.map(({ id }) => id) }
    return ask(api.POST('/v1/payment_requests', { body, params: { header: keyOf('ask', body) } }))
  }
  const send = async (asked: AskGroup): Promise<Outcome> => {
    const { id } = await request(asked)
    const params = { path: { id }, header: keyOf(`send ${id}`, email) }
    await ask(api.POST('/v1/payment_requests/{id}/send', { params, body: { email } }))
    return { kind: 'sent', id, email }
  }
  const link = async (asked: AskGroup, how: 'copy' | 'qr'): Promise<Outcome> => {
    const { id } = await request(asked)
    const body = { payment_request: id }
    const params = { header: keyOf('link', body) }
    const { url } = await ask(api.POST('/v1/payment_links', { body, params }))
    return { kind: 'link', id, url, isQr: how === 'qr', isCopied: how === 'copy' && (await copyText(url)) }
  }
  const asking = useMutation({
    mutationFn: async (how: 'send' | 'copy' | 'qr') => {
      if (group === undefined) return
      setOutcome(
        await (how === 'send' ? send(group) : link(group, how)).catch(
          (error: unknown): Outcome => ({ kind: 'failed', error }),
        ),
      )
    },
    onSettled: () => {
      for (const kind of ['payment_requests', 'invoices'])
        void queries.invalidateQueries({ queryKey: [kind] })
    },
  })
  const isDone = outcome?.kind === 'sent' || outcome?.kind === 'link'
  const left = invoices.filter(({ open }) => open === 0)
  return (
    <Dialog
      title={say('title')}
      size="lg"
      isBusy={asking.isPending}
      isUnsaved={!isDone && typed !== undefined}
      onClose={() => onClose(isDone)}
    >
      <form
        noValidate
        className={styles.form}
        onSubmit={(event) => {
          event.preventDefault()
          if (email !== '' && !isDone && !asking.isPending) asking.mutate('send')
        }}
      >
        <p>{say(group === undefined ? 'none' : 'intro')}</p>
        {left.length > 0 && (
          <p className={styles.quiet}>
            {say('left', { numbers: left.map(({ number }) => number).join(', ') })}
          </p>
        )}
        {group !== undefined && (
          <AskGroupPart group={group} email={typed ?? address ?? ''} onEmail={setTyped} outcome={outcome} />
        )}
        <div className={styles.foot}>
          {isDone || group === undefined ? (
            <Button onClick={() => onClose(isDone)}>{say('close')}</Button>
          ) : (
            <>
              <Button
                type="submit"
                leftSection={<Send size={16} aria-hidden />}
                loading={asking.isPending && asking.variables === 'send'}
                disabled={email === ''}
              >
                {say('sendSum', { amount: formatMoney(group.total, group.currency, locale) })}
              </Button>
              <Button
                variant="default"
                leftSection={<Copy size={16} aria-hidden />}
                loading={asking.isPending && asking.variables === 'copy'}
                onClick={() => asking.mutate('copy')}
              >
                {say('copy')}
              </Button>
              <Button
                variant="default"
                leftSection={<QrCode size={16} aria-hidden />}
                loading={asking.isPending && asking.variables === 'qr'}
                onClick={() => asking.mutate('qr')}
              >
                {say('qr')}
              </Button>
              <Button variant="subtle" onClick={() => onClose(false)}>
                {say('cancel')}
              </Button>
            </>
          )}
        </div>
      </form>
    </Dialog>
  )
}

/** Where mail to the customer goes. */
function useAddress(group: AskGroup | undefined): string | null | undefined {
  const id = group?.customer ?? ''
  const { data } = useQuery({
    queryKey: ['customers', id],
    queryFn: () => ask(api.GET('/v1/customers/{id}', { params: { path: { id } } })),
    enabled: group !== undefined,
  })
  return data && addressOf(data)
}
