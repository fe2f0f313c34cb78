import { ActionIcon, Button } from '@mantine/core'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Mail, X } from 'lucide-react'
import { useState } from 'react'
import { api, ask } from '../../api/client.ts'
import { useKeyOf } from '../../api/once.ts'
import type { components } from '../../api/schema.generated.ts'
import { ProblemNote } from '../../parts/problem.tsx'
import { useToast } from '../../parts/toasts.tsx'
import { useLanguage, useWords } from '../../words/index.ts'
import type { Customer } from './customer.tsx'
import { AskForMethod, RevokeForm } from './form-dialogs.tsx'
import { methodWords } from './method-words.ts'
import styles from './methods.module.css'

export type Form = components['schemas']['MethodRequest']

/** asks a customer for what they pay by, and shows the forms that are out. */
export function Forms({ customer }: { customer: Customer }) {
  const say = useWords(methodWords)
  const [doing, setDoing] = useState<'ask' | Form>()
  const params = { path: { id: customer.id } }
  const { data = [] } = useQuery({
    queryKey: ['method_requests', 'of', customer.id],
    queryFn: async () => (await ask(api.GET('/v1/customers/{id}/method_requests', { params }))).data,
  })
  // The newest alone may have expired unseen; what was used or taken back needs nobody.
  const shown = data.filter(({ status }, at) => status === 'open' || (status === 'expired' && at === 0))
  const close = () => setDoing(undefined)
  return (
    <>
      <Button
        size="compact-sm"
        variant="default"
        leftSection={<Mail size={14} aria-hidden />}
        onClick={() => setDoing('ask')}
      >
        {say('ask')}
      </Button>
      <ul className={styles.methods} aria-label={say('forms')}>
        {shown.map((form) => (
          <Line key={form.id} form={form} onRevoke={() => setDoing(form)} />
        ))}
      </ul>
      {doing === 'ask' && <AskForMethod customer={customer} onClose={close} />}
      {doing !== undefined && doing !== 'ask' && <RevokeForm form={doing} onClose={close} />}
    </>
  )
}

function Line({ form, onRevoke }: { form: Form; onRevoke: () => void }) {
  const say = useWords(methodWords)
  const { locale } = useLanguage()
  const toast = useToast()
  const queries = useQueryClient()
  const keyOf = useKeyOf()
  const { id, email, status } = form
  const again = useMutation({
    mutationFn: () =>
      ask(
        api.POST('/v1/method_requests/{id}/resend', {
          params: { path: { id }, header: keyOf('resend', id) },
        }),
      ),
    onSuccess: () => {
      toast({ tone: 'done', text: say('asked', { email }) })
      void queries.invalidateQueries({ queryKey: ['method_requests'] })
    },
  })
  const copy = useMutation({
    mutationFn: async () => {
      const { url } = await ask(api.GET('/v1/method_requests/{id}/link', { params: { path: { id } } }))
      if (url !== null) await navigator.clipboard.writeText(url)
    },
    onSuccess: () => toast({ tone: 'done', text: say('copied') }),
  })
  const time = new Intl.DateTimeFormat(locale, { timeStyle: 'short' }).format(new Date(form.expires_at))
  return (
    <li className={styles.method}>
      <p className={styles.quiet}>{say(status === 'open' ? 'formSent' : 'formExpired', { email, time })}</p>
      <div className={styles.does}>
        {status === 'open' && (
          <Button size="compact-sm" variant="subtle" loading={copy.isPending} onClick={() => copy.mutate()}>
            {say('copyLink')}
          </Button>
        )}
        <Button
          size="compact-sm"
          variant="subtle"
          aria-label={say('resendTo', { email })}
          loading={again.isPending}
          onClick={() => again.mutate()}
        >
          {say('resend')}
        </Button>
        {status === 'open' && (
          <ActionIcon variant="subtle" aria-label={say('revoke', { email })} onClick={onRevoke}>
            <X size={16} aria-hidden />
          </ActionIcon>
        )}
      </div>
      <ProblemNote error={again.error ?? copy.error} />
    </li>
  )
}
