import { Combobox, TextInput, useCombobox } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { api, ask } from '../../api/client.ts'
import type { components } from '../../api/schema.generated.ts'
import { ProblemNote } from '../../parts/problem.tsx'
import { formatDecimal, useLanguage, useWords } from '../../words/index.ts'
import { formWords } from './form-words.ts'
import styles from './orders.module.css'

type Product = components['schemas']['Product']

const TYPING_MS = 200
const SHOWN = 8

/** Finds a product of the catalogue in a currency while one types; without a word typed, the newest. */
export function ProductField({
  currency,
  onProduct,
}: {
  currency: string
  onProduct: (product: Product) => void
}) {
  const say = useWords(formWords)
  const { locale } = useLanguage()
  const combobox = useCombobox({ onDropdownClose: () => combobox.resetSelectedOption() })
  const [text, setText] = useState('')
  const [wanted] = useDebouncedValue(text.trim(), TYPING_MS)
  const found = useQuery({
    queryKey: ['products', 'sold', currency, wanted],
    queryFn: () =>
      ask(
        api.GET('/v1/products', {
          params: {
            query: { active: true, currency, limit: SHOWN, ...(wanted === '' ? {} : { q: wanted }) },
          },
        }),
      ),
    placeholderData: keepPreviousData,
  })
  const products = found.data?.data ?? []
  // Who keeps no catalogue in this currency is not asked for it.
  if (text === '' && wanted === '' && products.length === 0 && !found.error) return null
  return (
    <Combobox
      store={combobox}
      onOptionSubmit={(option) => {
        const product = products.find(({ id }) => id === option)
        if (product === undefined) return
        setText('')
        combobox.closeDropdown()
        onProduct(product)
      }}
    >
      <Combobox.Target>
        <TextInput
          label={say('product')}
          placeholder={say('productHint')}
          autoComplete="off"
          value={text}
          onChange={(event) => {
            setText(event.currentTarget.value)
            combobox.openDropdown()
            combobox.updateSelectedOptionIndex()
          }}
          onFocus={() => combobox.openDropdown()}
          onClick={() => combobox.openDropdown()}
          onBlur={() => combobox.closeDropdown()}
        />
      </Combobox.Target>
      <Combobox.Dropdown>
        <ProblemNote error={found.error} onAgain={() => found.refetch()} />
        <Combobox.Options aria-label={say('product')}>
          {products.map(({ id, code, name, unit_price }) => (
            <Combobox.Option value={id} key={id} className={styles.product}>
              <strong>{name}</strong>
              <span>
                {code} · {formatDecimal(unit_price, locale, 2)}
              </span>
            </Combobox.Option>
          ))}
          {found.isSuccess && products.length === 0 && <Combobox.Empty>{say('productNone')}</Combobox.Empty>}
        </Combobox.Options>
      </Combobox.Dropdown>
    </Combobox>
  )
}
