import { Button } from '@mantine/core'
import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { api, ask } from '../../../api/client.ts'
import { useKeyset } from '../../../api/keyset.ts'
import type { components } from '../../../api/schema.generated.ts'
import { Lines } from '../../../parts/after-a-while.tsx'
import { Allowed } from '../../../parts/allowed.tsx'
import { Confirm } from '../../../parts/confirm.tsx'
import { Moment } from '../../../parts/moment.tsx'
import { ProblemNote } from '../../../parts/problem.tsx'
import { StatusBadge } from '../../../parts/status-badge.tsx'
import { useToast } from '../../../parts/toasts.tsx'
import { defineWords, useWords } from '../../../words/index.ts'
import { Card, Section } from '../frame/section.tsx'
import styles from './access.module.css'

const words = defineWords({
  en: {
    title: 'Suppressed addresses',
    text: 'Addresses that mail does not go to: a message came back for good, or whoever reads there wants no reminders and thanks.',
    none: 'Mail goes to every address.',
    bounced: 'Came back',
    bouncedText: 'No mail goes there.',
    unsubscribed: 'Unsubscribed',
    unsubscribedText: 'No reminders and no thanks go there; requests and receipts do.',
    lift: 'Take off the list',
    liftTitle: 'Let mail go to {address} again?',
    liftBounced: 'If it comes back again, the address stands here again.',
    liftUnsubscribed: 'Do so only if they asked you to: they said that they want no such mails.',
    lifted: 'Mail goes to {address} again.',
    more: 'Show more',
  },
  fr: {
    title: 'Adresses écartées',
    text: 'Les adresses où aucun courriel ne va\u00a0: un message en est revenu pour de bon, ou qui le lit ne veut ni relances ni remerciements.',
    none: 'Les courriels vont à toutes les adresses.',
    bounced: 'Revenu',
    bouncedText: 'Aucun courriel n’y va.',
    unsubscribed: 'Désabonné',
    unsubscribedText: 'Ni relance ni remerciement n’y va\u00a0; les demandes et les reçus, si.',
    lift: 'Retirer de la liste',
    liftTitle: 'Laisser de nouveau les courriels aller à {address}\u00a0?',
    liftBounced: 'S’ils reviennent encore, l’adresse figurera de nouveau ici.',
    liftUnsubscribed:
      'Seulement si on vous l’a demandé\u00a0: cette personne a dit ne pas vouloir de tels courriels.',
    lifted: 'Les courriels vont de nouveau à {address}.',
    more: 'Afficher la suite',
  },
})

type Suppression = components['schemas']['Suppression']

/** Settings → Suppressed addresses: where no mail goes, why, and the way back. */
export function Component() {
  const say = useWords(words)
  const [lifting, setLifting] = useState<Suppression>()
  const rows = useKeyset<Suppression>(['suppressions'], (starting_after) =>
    ask(
      api.GET('/v1/suppressions', {
        params: { query: { limit: 50, ...(starting_after === undefined ? {} : { starting_after }) } },
      }),
    ),
  )
  return (
    <Section title={say('title')} text={say('text')}>
      <Card>
        <ProblemNote error={rows.error} onAgain={rows.again} />
        {rows.isPending && !rows.error && <Lines />}
        {!rows.isPending && rows.rows.length === 0 && <p>{say('none')}</p>}
        <ul className={styles.list}>
          {rows.rows.map((row) => (
            <li key={row.id}>
              <div>
                <p className={styles.name}>
                  {row.address}
                  <StatusBadge tone={row.reason === 'bounced' ? 'failed' : 'quiet'}>
                    {say(row.reason)}
                  </StatusBadge>
                </p>
                <p className={styles.small}>
                  {say(`${row.reason}Text`)} <Moment at={row.created_at} />
                </p>
                {row.detail && <p className={styles.small}>{row.detail}</p>}
              </div>
              <Allowed to="customers.write">
                <Button size="compact-sm" variant="default" onClick={() => setLifting(row)}>
                  {say('lift')}
                </Button>
              </Allowed>
            </li>
          ))}
        </ul>
        {rows.hasMore && (
          <Button variant="default" loading={rows.isLoadingMore} onClick={rows.loadMore}>
            {say('more')}
          </Button>
        )}
      </Card>
      {lifting && <Lift suppression={lifting} onClose={() => setLifting(undefined)} />}
    </Section>
  )
}

function Lift({ suppression, onClose }: { suppression: Suppression; onClose: () => void }) {
  const say = useWords(words)
  const toast = useToast()
  const queries = useQueryClient()
  const { id, address, reason } = suppression
  return (
    <Confirm
      title={say('liftTitle', { address })}
      action={say('lift')}
      onConfirm={async () => {
        await ask(api.DELETE('/v1/suppressions/{id}', { params: { path: { id } } }))
        toast({ tone: 'done', text: say('lifted', { address }) })
        await queries.invalidateQueries({ queryKey: ['suppressions'] })
      }}
      onClose={onClose}
    >
      <p>{reason === 'bounced' ? say('liftBounced') : say('liftUnsubscribed')}</p>
    </Confirm>
  )
}
