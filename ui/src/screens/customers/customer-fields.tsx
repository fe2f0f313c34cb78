import { Select, Textarea, TextInput } from '@mantine/core'
import type { components } from '../../api/schema.generated.ts'
import { useFieldFault } from '../../parts/problems/say-field.ts'
import { useWords } from '../../words/index.ts'
import styles from './customers.module.css'
import { formWords } from './form-words.ts'

type Customer = components['schemas']['Customer']

/** What a person types of a customer; empty where there is nothing. */
export interface CustomerDraft {
  name: string
  email: string
  phone: string
  /** Null: the company's own. */
  language: 'en' | 'fr' | null
  code: string
  address: string
  country: string
  taxId: string
}

export function draftOf(customer?: Customer): CustomerDraft {
  return {
    name: customer?.name ?? '',
    email: customer?.email ?? '',
    phone: customer?.phone ?? '',
    language: customer?.language ?? null,
    code: customer?.code ?? '',
    address: customer?.address_lines.join('\n') ?? '',
    country: customer?.country ?? '',
    taxId: customer?.tax_id ?? '',
  }
}

/** As the API takes it. */
export function bodyOf(draft: CustomerDraft) {
  const text = (value: string) => value.trim() || null
  return {
    name: draft.name.trim(),
    email: text(draft.email),
    phone: text(draft.phone),
    language: draft.language,
    code: text(draft.code),
    address_lines: draft.address
      .split('\n')
      .map((line) => line.trim())
      .filter((line) => line !== ''),
    country: text(draft.country.toUpperCase()),
    tax_id: text(draft.taxId),
  }
}

interface Props {
  draft: CustomerDraft
  onChange: (draft: CustomerDraft) => void
  /** Somebody has tried to save it. */
  isTried: boolean
  /** The server's no, where it is about a field. */
  error: unknown
}

/** The fields of a customer's details. */
export function CustomerFields({ draft, onChange, isTried, error }: Props) {
  const say = useWords(formWords)
  const fault = useFieldFault()
  const field = (name: Exclude<keyof CustomerDraft, 'language'>, wire: string) => ({
    value: draft[name],
    error: fault(error, wire),
    autoComplete: 'off',
    onChange: (event: { currentTarget: { value: string } }) =>
      onChange({ ...draft, [name]: event.currentTarget.value }),
  })
  return (
    <>
      <TextInput
        label={say('name')}
        required
        withAsterisk={false}
        maxLength={300}
        {...field('name', 'name')}
        {...(isTried && draft.name.trim() === '' ? { error: say('nameWanted') } : {})}
      />
      <div className={styles.pair}>
        <TextInput label={say('email')} type="email" maxLength={254} {...field('email', 'email')} />
        <TextInput label={say('phone')} type="tel" maxLength={40} {...field('phone', 'phone')} />
      </div>
      <Textarea
        label={say('address')}
        description={say('addressHint')}
        autosize
        minRows={3}
        {...field('address', 'address_lines')}
      />
      <div className={styles.pair}>
        <TextInput
          label={say('country')}
          description={say('countryHint')}
          maxLength={2}
          {...field('country', 'country')}
        />
        <TextInput
          label={say('code')}
          description={say('codeHint')}
          maxLength={300}
          {...field('code', 'code')}
        />
      </div>
      <div className={styles.pair}>
        <TextInput label={say('taxId')} maxLength={300} {...field('taxId', 'tax_id')} />
        <Select
          label={say('language')}
          allowDeselect={false}
          data={[
            { value: '', label: say('languageAny') },
            { value: 'en', label: say('language_en') },
            { value: 'fr', label: say('language_fr') },
          ]}
          value={draft.language ?? ''}
          onChange={(chosen) => {
            const language = chosen === 'en' || chosen === 'fr' ? chosen : null
            onChange({ ...draft, language })
          }}
        />
      </div>
    </>
  )
}
