import { Button } from '@mantine/core'
import { useMutation, useQueries, useQueryClient } from '@tanstack/react-query'
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

/** Reviews what is ticked and asks for it: one request for each customer, for the sum of what is left to pay. */
export function AskForInvoices({ invoices, onClose }: Props) {
  const say = useWords(askWords)
  const { locale } = useLanguage()
  const queries = useQueryClient()
  const keyOf = useKeyOf()
  // As they stood when they were ticked: the server asks for what is open when it is sent.
  const [groups] = useState(() => groupsOf(invoices))
  const [typed, setTyped] = useState<Readonly<Record<string, string>>>({})
  const [outcomes, setOutcomes] = useState<Readonly<Record<string, Outcome>>>({})
  const addresses = useAddresses(groups)
  const emailOf = ({ key, customer }: AskGroup) => typed[key] ?? addresses[customer] ?? ''
  const tell = (key: string, outcome: Outcome) => setOutcomes((all) => ({ ...all, [key]: outcome }))

  const request = (group: AskGroup): Promise<PaymentRequest> => {
    const body = { kind: 'invoice' as const, invoices: group.invoices.map(({ id }) => id) }
    return ask(
      api.POST('/v1/payment_requests', { body, params: { header: keyOf(`ask ${group.key}`, body) } }),
    )
  }
  const sendOne = async (group: AskGroup) => {
    const email = emailOf(group).trim()
    try {
      const { id } = await request(group)
      const params = { path: { id }, header: keyOf(`send ${id}`, email) }
      await ask(api.POST('/v1/payment_requests/{id}/send', { params, body: { email } }))
      tell(group.key, { kind: 'sent', id, email })
    } catch (error) {
      tell(group.key, { kind: 'failed', error })
    }
  }
  const waiting = groups.filter((group) => {
    const kind = outcomes[group.key]?.kind
    return emailOf(group).trim() !== '' && kind !== 'sent' && kind !== 'link'
  })
  const asking = useMutation({
    mutationFn: async (how: 'send' | 'copy' | 'qr') => {
      const [only] = groups
      if (how === 'send') for (const group of waiting) await sendOne(group)
      else if (only !== undefined) await linkOne(only, how)
    },
    onSettled: () => {
      for (const kind of ['payment_requests', 'invoices'])
        void queries.invalidateQueries({ queryKey: [kind] })
    },
  })
  const linkOne = async (group: AskGroup, how: 'copy' | 'qr') => {
    try {
      const { id } = await request(group)
      const body = { payment_request: id }
      const { url } = await ask(
        api.POST('/v1/payment_links', { body, params: { header: keyOf('link', body) } }),
      )
      tell(group.key, {
        kind: 'link',
        id,
        url,
        isQr: how === 'qr',
        isCopied: how === 'copy' && (await copyText(url)),
      })
    } catch (error) {
      tell(group.key, { kind: 'failed', error })
    }
  }
  const isDone = groups.length > 0 && groups.every(({ key }) => isOver(outcomes[key]))
  const left = invoices.filter(({ open }) => open === 0)
  const [only] = groups
  return (
    <Dialog
      title={say('title')}
      size="lg"
      isBusy={asking.isPending}
      isUnsaved={!isDone && Object.keys(typed).length > 0}
      onClose={() => onClose(isDone)}
    >
      <form
        noValidate
        className={styles.form}
        onSubmit={(event) => {
          event.preventDefault()
          if (waiting.length > 0 && !asking.isPending) asking.mutate('send')
        }}
      >
        <p>{groups.length === 0 ? say('none') : say('intro', { count: groups.length })}</p>
        {left.length > 0 && (
          <p className={styles.quiet}>
            {say('left', { numbers: left.map(({ number }) => number).join(', ') })}
          </p>
        )}
        {groups.map((group) => (
          <AskGroupPart
            key={group.key}
            group={group}
            email={emailOf(group)}
            onEmail={(email) => setTyped({ ...typed, [group.key]: email })}
            outcome={outcomes[group.key]}
          />
        ))}
        <div className={styles.foot}>
          {isDone || only === undefined ? (
            <Button onClick={() => onClose(isDone)}>{say('close')}</Button>
          ) : (
            <>
              <Button
                type="submit"
                leftSection={<Send size={16} aria-hidden />}
                loading={asking.isPending && asking.variables === 'send'}
                disabled={waiting.length === 0}
              >
                {groups.length === 1
                  ? say('sendSum', { amount: formatMoney(only.total, only.currency, locale) })
                  : say('send', { count: waiting.length })}
              </Button>
              {groups.length === 1 && (
                <>
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
                </>
              )}
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

function isOver(outcome: Outcome | undefined): boolean {
  return outcome?.kind === 'sent' || outcome?.kind === 'link'
}

/** Where mail to each customer goes, by their ids. */
function useAddresses(groups: readonly AskGroup[]): Readonly<Record<string, string | null>> {
  const ids = [...new Set(groups.map(({ customer }) => customer))]
  return useQueries({
    queries: ids.map((id) => ({
      queryKey: ['customers', id],
      queryFn: () => ask(api.GET('/v1/customers/{id}', { params: { path: { id } } })),
    })),
    combine: (found) =>
      Object.fromEntries(found.flatMap(({ data }) => (data ? [[data.id, addressOf(data)]] : []))),
  })
}
