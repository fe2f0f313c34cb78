import { Checkbox, TextInput } from '@mantine/core'
import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { api, ask } from '../../../api/client.ts'
import { useKeyOf } from '../../../api/once.ts'
import { useSession } from '../../../api/session.ts'
import { Confirm } from '../../../parts/confirm.tsx'
import { useToast } from '../../../parts/toasts.tsx'
import { plainDecimal, readDecimal, useLanguage, useWords } from '../../../words/index.ts'
import styles from './products.module.css'
import type { Product } from './products.tsx'
import { words } from './words.ts'

interface Props {
  /** Undefined: a new one. */
  product: Product | undefined
  onClose: () => void
}

/** A product: its code, name, price and tax, and whether it is still sold. */
export function EditProduct({ product, onClose }: Props) {
  const say = useWords(words)
  const { locale } = useLanguage()
  const { company } = useSession()
  const toast = useToast()
  const queries = useQueryClient()
  const keyOf = useKeyOf()
  const [tax] = product?.taxes ?? []
  const [typed, setTyped] = useState({
    code: product?.code ?? '',
    name: product?.name ?? '',
    unit: product?.unit ?? '',
    price: plainDecimal(product?.unit_price ?? '', locale),
    currency: product?.currency ?? company.currency,
    taxName: tax?.name ?? '',
    taxRate: plainDecimal(tax?.rate ?? '', locale),
  })
  const [isSold, setSold] = useState(product?.active ?? true)
  const price = readDecimal(typed.price, locale)
  const rate = typed.taxRate.trim() === '' ? null : readDecimal(typed.taxRate, locale)
  const isWhole =
    typed.code.trim() !== '' &&
    typed.name.trim() !== '' &&
    price !== undefined &&
    rate !== undefined &&
    /^[a-z]{3}$/.test(typed.currency)
  const field = (name: keyof typeof typed) => ({
    label: say(name),
    autoComplete: 'off',
    value: typed[name],
    onChange: (event: { currentTarget: { value: string } }) =>
      setTyped({ ...typed, [name]: event.currentTarget.value }),
  })
  const wrong = say('wrong', { example: (12.5).toLocaleString(locale) })
  const save = async () => {
    const body = {
      code: typed.code.trim(),
      name: typed.name.trim(),
      unit: typed.unit.trim() || null,
      unit_price: price ?? '0',
      currency: typed.currency,
      active: isSold,
      taxes:
        rate == null
          ? []
          : [{ rate, ...(typed.taxName.trim() === '' ? {} : { name: typed.taxName.trim() }) }],
    }
    if (product === undefined)
      await ask(api.POST('/v1/products', { body, params: { header: keyOf('product', body) } }))
    else await ask(api.PATCH('/v1/products/{id}', { params: { path: { id: product.id } }, body }))
    toast({ tone: 'done', text: say('saved', { name: body.name }) })
    void queries.invalidateQueries({ queryKey: ['products'] })
  }
  return (
    <Confirm
      title={product === undefined ? say('newTitle') : say('editTitle', { name: product.name })}
      action={say(product === undefined ? 'add' : 'save')}
      isDisabled={!isWhole}
      onConfirm={save}
      onClose={onClose}
    >
      <div className={styles.pair}>
        <TextInput data-autofocus maxLength={60} {...field('code')} />
        <TextInput maxLength={300} {...field('unit')} />
      </div>
      <TextInput maxLength={500} {...field('name')} />
      <div className={styles.pair}>
        <TextInput
          inputMode="decimal"
          {...field('price')}
          error={typed.price !== '' && price === undefined ? wrong : undefined}
        />
        <TextInput
          {...field('currency')}
          maxLength={3}
          value={typed.currency.toUpperCase()}
          onChange={(event) => setTyped({ ...typed, currency: event.currentTarget.value.toLowerCase() })}
        />
        <TextInput maxLength={500} {...field('taxName')} />
        <TextInput
          inputMode="decimal"
          description={say('taxHint')}
          {...field('taxRate')}
          error={rate === undefined ? wrong : undefined}
        />
      </div>
      <Checkbox
        label={say('active')}
        checked={isSold}
        onChange={(event) => setSold(event.currentTarget.checked)}
      />
    </Confirm>
  )
}
