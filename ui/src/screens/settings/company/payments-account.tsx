import { Button } from '@mantine/core'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { ExternalLink } from 'lucide-react'
import { useSearchParams } from 'react-router'
import { api, ask } from '../../../api/client.ts'
import { keepSaved } from '../../../api/keep-saved.ts'
import { MERCHANT_ACCOUNT, type MerchantAccount, useMerchantAccount } from '../../../api/merchant-account.ts'
import { useKeyOf } from '../../../api/once.ts'
import { useMay } from '../../../api/session.ts'
import { Lines } from '../../../parts/after-a-while.tsx'
import { ProblemNote } from '../../../parts/problem.tsx'
import { StatusBadge, type Tone } from '../../../parts/status-badge.tsx'
import { useWords } from '../../../words/index.ts'
import { Card, Section } from '../frame/section.tsx'
import { accountWords } from './account-words.ts'
import styles from './company.module.css'
import { knownMissing, missingWords } from './missing-words.ts'
import { WalletDomain } from './wallet-domain.tsx'

const TONES: Readonly<Record<MerchantAccount['status'], Tone>> = {
  none: 'quiet',
  onboarding: 'processing',
  in_review: 'processing',
  enabled: 'paid',
  action_required: 'attention',
  rejected: 'failed',
  closed: 'ended',
}

/** Settings → Payments account: begun here, told of at the processor, and how it stands. */
export function Component() {
  const say = useWords(accountWords)
  const [search] = useSearchParams()
  const { data, error, refetch } = useMerchantAccount()
  return (
    <Section title={say('title')} text={say('text')}>
      {search.has('again') && <p role="status">{say('again')}</p>}
      <ProblemNote error={error} onAgain={() => refetch()} />
      {data === undefined ? !error && <Lines /> : <Standing account={data} />}
      {data?.status === 'enabled' && <WalletDomain />}
    </Section>
  )
}

function Standing({ account }: { account: MerchantAccount }) {
  const say = useWords(accountWords)
  const mayManage = useMay('payments_account.manage')
  const queries = useQueryClient()
  const keyOf = useKeyOf()
  const { status, missing, own } = account
  const going = useMutation({
    mutationFn: async () => {
      if (status === 'none') {
        const made = await ask(api.POST('/v1/merchant_account', { params: { header: keyOf('begin', {}) } }))
        await keepSaved(queries, MERCHANT_ACCOUNT, made)
      }
      const { url } = await ask(api.POST('/v1/merchant_account/onboarding_link'))
      location.assign(url)
    },
  })
  const canGo = !own && ['none', 'onboarding', 'action_required'].includes(status)
  const action = status === 'none' ? 'start' : missing.length > 0 ? 'add' : 'go'
  return (
    <Card>
      <p>
        <StatusBadge tone={TONES[status]}>{say(`status_${status}`)}</StatusBadge>
      </p>
      <p>{own ? say('own') : say(status)}</p>
      {status !== 'none' && (
        <dl className={styles.facts}>
          <div>
            <dt>{say('charges')}</dt>
            <dd>{say(account.charges_enabled ? 'yes' : 'no')}</dd>
          </div>
          <div>
            <dt>{say('payouts')}</dt>
            <dd>{say(account.payouts_enabled ? 'yes' : 'no')}</dd>
          </div>
          {account.settlement_currencies.length > 0 && (
            <div>
              <dt>{say('currencies')}</dt>
              <dd>{account.settlement_currencies.join(', ').toUpperCase()}</dd>
            </div>
          )}
        </dl>
      )}
      {missing.length > 0 && <Missing names={missing} />}
      <ProblemNote error={going.error} />
      {canGo &&
        (mayManage ? (
          <div className={styles.row}>
            <Button
              leftSection={<ExternalLink size={16} aria-hidden />}
              loading={going.isPending}
              onClick={() => going.mutate()}
            >
              {say(action)}
            </Button>
          </div>
        ) : (
          <p className={styles.quiet}>{say('mayNot')}</p>
        ))}
    </Card>
  )
}

/** What the processor still wants to know, in words, with its own name for support. */
function Missing({ names }: { names: readonly string[] }) {
  const say = useWords(accountWords)
  const words = useWords(missingWords)
  return (
    <div>
      <p>{say('missing')}</p>
      <ul className={styles.missing}>
        {names.map((name) => {
          const known = knownMissing(name)
          return (
            <li key={name}>
              {known !== undefined && `${words(known)} `}
              <code className={styles.code}>{name}</code>
            </li>
          )
        })}
      </ul>
    </div>
  )
}
