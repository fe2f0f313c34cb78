import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { api, ask } from '../api/client.ts'
import type { paths } from '../api/schema.generated.ts'
import { useMay } from '../api/session.ts'
import { useWords } from '../words/index.ts'
import styles from './ways-to-pay.module.css'
import { waysWords } from './ways-words.ts'

type Asked = NonNullable<paths['/v1/methods']['get']['parameters']['query']>
export type Ways = paths['/v1/methods']['get']['responses'][200]['content']['application/json']['data']

/** How something that is not asked for yet could be paid, as the server decides it; undefined until it has said so. */
export function useWays(asked: Asked): Ways | undefined {
  const { data } = useQuery({
    queryKey: ['methods', asked],
    queryFn: () => ask(api.GET('/v1/methods', { params: { query: asked } })),
    enabled: useMay('requests.read'),
    // What is asked for changes while one types; what stands there does not vanish at each key.
    placeholderData: keepPreviousData,
  })
  return data?.data
}

/** What is offered in a sentence, and below it why the others are not. */
export function WaysToPay({ ways }: { ways: Ways }) {
  const say = useWords(waysWords)
  const offered = ways.filter((way) => way.offered).map(({ method }) => say(`way_${method}`))
  return (
    <>
      {offered.length === 0 ? say('noWay') : offered.join(', ')}
      {ways.map(
        ({ method, reason }) =>
          reason !== null && (
            <span key={method} className={styles.not}>
              {say('not', { way: say(`way_${method}`), reason: say(reason) })}
            </span>
          ),
      )}
    </>
  )
}
