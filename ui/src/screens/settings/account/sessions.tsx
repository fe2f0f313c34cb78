import { Button } from '@mantine/core'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { api, ask } from '../../../api/client.ts'
import { Lines } from '../../../parts/after-a-while.tsx'
import { Ago } from '../../../parts/moment.tsx'
import { ProblemNote } from '../../../parts/problem.tsx'
import { useToast } from '../../../parts/toasts.tsx'
import { useWords } from '../../../words/index.ts'
import { Card } from '../frame/section.tsx'
import styles from './account.module.css'
import { words } from './words.ts'

/** Where one is signed in, and the way to end what is not oneself any more. */
export function Sessions() {
  const say = useWords(words)
  const queries = useQueryClient()
  const toast = useToast()
  const { data, error, refetch } = useQuery({
    queryKey: ['sessions'],
    queryFn: () => ask(api.GET('/v1/sessions')),
  })
  const ending = useMutation({
    mutationFn: (id: string) => ask(api.DELETE('/v1/sessions/{id}', { params: { path: { id } } })),
    onSuccess: async () => {
      toast({ tone: 'done', text: say('ended') })
      await queries.invalidateQueries({ queryKey: ['sessions'] })
    },
  })
  return (
    <Card title={say('sessions')}>
      <ProblemNote error={error ?? ending.error} onAgain={error ? () => refetch() : undefined} />
      {data === undefined && !error && <Lines count={2} />}
      <ul className={styles.list}>
        {data?.data.map(({ id, user_agent, address, last_seen_at, current }) => (
          <li key={id}>
            <div>
              <p>{browserOf(user_agent)}</p>
              <p className={styles.small}>
                {address} ·{' '}
                {current ? (
                  say('here')
                ) : (
                  <>
                    {say('seen')} <Ago at={last_seen_at} />
                  </>
                )}
              </p>
            </div>
            {!current && (
              <Button size="compact-sm" variant="default" onClick={() => ending.mutate(id)}>
                {say('end')}
              </Button>
            )}
          </li>
        ))}
      </ul>
    </Card>
  )
}

const BROWSERS = [
  [/Edg\//, 'Edge'],
  [/Firefox\//, 'Firefox'],
  [/Chrom(e|ium)\//, 'Chrome'],
  [/Safari\//, 'Safari'],
] as const
const SYSTEMS = [
  [/Android/, 'Android'],
  [/iPhone|iPad/, 'iOS'],
  [/Windows/, 'Windows'],
  [/Mac OS X/, 'macOS'],
  [/Linux/, 'Linux'],
] as const

/** `Firefox · Windows`; what tells neither is shown as it calls itself. */
function browserOf(agent: string): string {
  const found = [BROWSERS, SYSTEMS].flatMap((all) => all.find(([pattern]) => pattern.test(agent))?.[1] ?? [])
  return found.length === 0 ? agent : found.join(' · ')
}
