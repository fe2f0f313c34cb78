import { Button } from '@mantine/core'
import { Plus } from 'lucide-react'
import { useState } from 'react'
import { Link } from 'react-router'
import { api, ask } from '../../../api/client.ts'
import { useKeyset } from '../../../api/keyset.ts'
import type { components } from '../../../api/schema.generated.ts'
import { useMay } from '../../../api/session.ts'
import { Lines } from '../../../parts/after-a-while.tsx'
import { Empty } from '../../../parts/empty.tsx'
import { ExportLink, SearchField, useUrlFilters } from '../../../parts/list/index.ts'
import { ProblemNote } from '../../../parts/problem.tsx'
import { formatDecimal, useLanguage, useWords } from '../../../words/index.ts'
import { EditProduct } from './edit-product.tsx'
import styles from './products.module.css'
import { words } from './words.ts'

export type Product = components['schemas']['Product']

const PAGE = 100
const FILTERS = ['q'] as const

/** Order Entry → Catalogue: what is sold, at what price, under which tax. */
export function Component() {
  const say = useWords(words)
  const mayWrite = useMay('invoices.write')
  const filters = useUrlFilters(FILTERS)
  const [edited, setEdited] = useState<Product | 'new'>()
  const { q } = filters.values
  const rows = useKeyset<Product>(['products', 'list', q], (starting_after) =>
    ask(
      api.GET('/v1/products', {
        params: {
          query: {
            limit: PAGE,
            ...(q === undefined ? {} : { q }),
            ...(starting_after === undefined ? {} : { starting_after }),
          },
        },
      }),
    ),
  )
  const newButton = mayWrite && (
    <Button leftSection={<Plus size={16} aria-hidden />} onClick={() => setEdited('new')}>
      {say('new')}
    </Button>
  )
  const isNone = !rows.isPending && !rows.error && rows.rows.length === 0
  return (
    <div className={styles.screen}>
      <div className={styles.head}>
        <h1>{say('title')}</h1>
        <Link to="/orders">{say('toOrders')}</Link>
        <ExportLink path="/v1/products" query={q === undefined ? {} : { q }} />
        {newButton}
      </div>
      <p className={styles.quiet}>{say('text')}</p>
      <SearchField label={say('search')} value={q ?? ''} onSearch={(typed) => filters.set({ q: typed })} />
      <ProblemNote error={rows.error} onAgain={rows.again} />
      {rows.isPending && <Lines count={4} />}
      {isNone && (
        <Empty
          title={say(filters.isAny ? 'noneTitle' : 'emptyTitle')}
          text={say(filters.isAny ? 'noneText' : 'emptyText')}
        />
      )}
      {rows.rows.length > 0 && (
        <ul>
          {rows.rows.map((product) => (
            <li key={product.id}>
              <button
                type="button"
                className={styles.line}
                disabled={!mayWrite}
                onClick={() => setEdited(product)}
              >
                <ProductLine product={product} />
              </button>
            </li>
          ))}
        </ul>
      )}
      {rows.hasMore && (
        <Button variant="subtle" loading={rows.isLoadingMore} onClick={rows.loadMore}>
          {say('more')}
        </Button>
      )}
      {edited !== undefined && (
        <EditProduct product={edited === 'new' ? undefined : edited} onClose={() => setEdited(undefined)} />
      )}
    </div>
  )
}

function ProductLine({ product }: { product: Product }) {
  const say = useWords(words)
  const { locale } = useLanguage()
  const { code, name, unit, unit_price: price, currency, taxes, active } = product
  const each = [`${formatDecimal(price, locale, 2)} ${currency.toUpperCase()}`, unit].filter(Boolean)
  return (
    <>
      <strong>{name}</strong>
      <span>{each.join(' / ')}</span>
      <span className={styles.quiet}>
        {[code, active ? undefined : say('inactive')].filter(Boolean).join(' · ')}
      </span>
      <span className={styles.quiet}>
        {taxes.map((tax) => `${tax.name ?? ''} ${formatDecimal(tax.rate, locale)} %`.trim()).join(', ')}
      </span>
    </>
  )
}
