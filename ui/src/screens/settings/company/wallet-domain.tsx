import { Button } from '@mantine/core'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { api, ask } from '../../../api/client.ts'
import { keepSaved } from '../../../api/keep-saved.ts'
import type { paths } from '../../../api/schema.generated.ts'
import { useMay } from '../../../api/session.ts'
import { Lines } from '../../../parts/after-a-while.tsx'
import { ProblemNote } from '../../../parts/problem.tsx'
import { StatusBadge } from '../../../parts/status-badge.tsx'
import { useToast } from '../../../parts/toasts.tsx'
import { useWords } from '../../../words/index.ts'
import { Card } from '../frame/section.tsx'
import styles from './company.module.css'
import { walletWords } from './wallet-words.ts'

type Domain =
  paths['/v1/merchant_account/wallet_domain']['get']['responses'][200]['content']['application/json']

const KEY = ['merchant_account', 'wallet_domain']

/** Whether payers' devices may show Apple Pay and Google Pay on our pages, and what is to be done where not. */
export function WalletDomain() {
  const say = useWords(walletWords)
  const mayManage = useMay('payments_account.manage')
  const queries = useQueryClient()
  const toast = useToast()
  const { data, error, refetch } = useQuery({
    queryKey: KEY,
    queryFn: () => ask(api.GET('/v1/merchant_account/wallet_domain')),
  })
  const registering = useMutation({
    mutationFn: () => ask(api.POST('/v1/merchant_account/wallet_domain')),
    onSuccess: async (now) => {
      await keepSaved(queries, KEY, now)
      if (now.apple_pay.active && now.google_pay.active) toast({ tone: 'done', text: say('done') })
    },
  })
  const isDone = data !== undefined && data.apple_pay.active && data.google_pay.active
  return (
    <Card title={say('title')}>
      <p className={styles.quiet}>{say('text')}</p>
      <ProblemNote error={error} onAgain={() => refetch()} />
      {data === undefined ? !error && <Lines /> : <Standing domain={data} />}
      <ProblemNote error={registering.error} />
      {data !== undefined &&
        !isDone &&
        (mayManage ? (
          <div className={styles.row}>
            <Button loading={registering.isPending} onClick={() => registering.mutate()}>
              {say(data.registered ? 'again' : 'register')}
            </Button>
          </div>
        ) : (
          <p className={styles.quiet}>{say('mayNot')}</p>
        ))}
    </Card>
  )
}

function Standing({ domain }: { domain: Domain }) {
  const say = useWords(walletWords)
  const wallets = { 'Apple Pay': domain.apple_pay, 'Google Pay': domain.google_pay }
  return (
    <dl className={styles.facts}>
      <div>
        <dt>{say('domain')}</dt>
        <dd>{domain.domain}</dd>
      </div>
      {Object.entries(wallets).map(([name, { active, reason }]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>
            <StatusBadge tone={active ? 'paid' : 'attention'}>
              {say(active ? 'active' : domain.registered ? 'inactive' : 'unregistered')}
            </StatusBadge>
            {!active && domain.registered && (
              <p className={styles.quiet}>{reason === null ? say('todoUnknown') : say('todo', { reason })}</p>
            )}
          </dd>
        </div>
      ))}
    </dl>
  )
}
