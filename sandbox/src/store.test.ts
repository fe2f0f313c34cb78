import { expect, test } from 'vitest'
import type { Kinds } from './kinds.ts'
import { Store } from './store.ts'

function charge(n: number): Kinds['charge'] {
  return {
    id: `ch_${n}`,
    object: 'charge',
    created: 1000 + Math.floor(n / 10),
    payment_intent: `pi_${n % 100}`,
  } as Kinds['charge']
}

test('a list of a hundred thousand is paged newest first, forth and back, by account, filter and time', async () => {
  const store = await Store.open(null)
  for (let n = 0; n < 100_000; n += 1) store.put('charge', n % 2 ? 'acct_b' : 'acct_a', charge(n))

  const ids = (query: Parameters<Store['list']>[2]) =>
    store.list('charge', 'acct_a', query)?.data.map(({ id }) => id)
  expect(ids({ limit: 2 })).toEqual(['ch_99998', 'ch_99996'])
  expect(ids({ limit: 2, startingAfter: 'ch_99996' })).toEqual(['ch_99994', 'ch_99992'])
  expect(ids({ limit: 2, endingBefore: 'ch_99994' })).toEqual(['ch_99998', 'ch_99996'])
  expect(ids({ limit: 2, where: { payment_intent: 'pi_4' }, created: { lt: 1021 } })).toEqual([
    'ch_204',
    'ch_104',
  ])
  expect(ids({ limit: 9, created: { gte: 10_999 } })).toEqual([
    'ch_99998',
    'ch_99996',
    'ch_99994',
    'ch_99992',
    'ch_99990',
  ])
  expect(ids({ limit: 1, startingAfter: 'ch_99999' })).toBeUndefined()
  expect(store.list('charge', 'acct_a', { limit: 50, startingAfter: 'ch_100' })?.hasMore).toBe(false)

  let seen = 0
  for (let after: string | undefined; ; ) {
    const page = store.list('charge', 'acct_b', { limit: 100, startingAfter: after })
    seen += page?.data.length ?? 0
    after = page?.data.at(-1)?.id
    if (!page?.hasMore) break
  }
  expect(seen).toBe(50_000)
})

test('what is read is a copy, and what is deleted is gone from every list', async () => {
  const store = await Store.open(null)
  store.put('charge', 'acct_a', charge(1))
  const copy = store.get('charge', 'acct_a', 'ch_1')
  if (copy) copy.payment_intent = 'pi_changed'
  expect(store.get('charge', 'acct_a', 'ch_1')?.payment_intent).toBe('pi_1')
  expect(store.get('charge', 'acct_b', 'ch_1')).toBeUndefined()
  store.delete('charge', 'ch_1')
  expect(store.list('charge', 'acct_a', { limit: 10, where: { payment_intent: 'pi_1' } })?.data).toEqual([])
})
