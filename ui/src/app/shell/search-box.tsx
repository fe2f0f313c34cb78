import { Combobox, TextInput, useCombobox } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { Search } from 'lucide-react'
import { useEffect, useRef, useState } from 'react'
import { useNavigate } from 'react-router'
import { api, ask } from '../../api/client.ts'
import { ProblemNote } from '../../parts/problem.tsx'
import { useShortcut } from '../../parts/shortcuts.tsx'
import { formatMoney, useLanguage, useWords } from '../../words/index.ts'
import { usePlaces } from './navigation.tsx'
import styles from './search-box.module.css'
import { searchWords } from './search-words.ts'

const TYPING_MS = 200

interface Found {
  path: string
  name: string
  note: string
}

/** One field for whatever somebody is looking for; the key `/` goes there from anywhere. */
export function SearchBox({ onDone, autoFocus = false }: { onDone?: () => void; autoFocus?: boolean }) {
  const say = useWords(searchWords)
  const navigate = useNavigate()
  const combobox = useCombobox({ onDropdownClose: () => combobox.resetSelectedOption() })
  const field = useRef<HTMLInputElement>(null)
  const [text, setText] = useState('')
  const [wanted] = useDebouncedValue(text.trim(), TYPING_MS)
  const { groups, error, isAll } = useFound(wanted)
  const names = groups.flatMap(({ found }) => found.map(({ path }) => path)).join()
  const store = useRef(combobox)
  store.current = combobox
  useEffect(() => {
    // Enter opens the best of what is found, without an arrow key before.
    if (names !== '') store.current.selectFirstOption()
  }, [names])
  useShortcut('/', say('label'), () => field.current?.focus(), !autoFocus)
  return (
    <Combobox
      store={combobox}
      width="target"
      onOptionSubmit={(path) => {
        setText('')
        combobox.closeDropdown()
        field.current?.blur()
        navigate(path)
        onDone?.()
      }}
    >
      <Combobox.Target>
        <TextInput
          ref={field}
          className={styles.field}
          type="search"
          autoComplete="off"
          aria-label={say('label')}
          placeholder={say('hint')}
          leftSection={<Search size={16} aria-hidden />}
          autoFocus={autoFocus}
          value={text}
          onChange={(event) => {
            setText(event.currentTarget.value)
            combobox.openDropdown()
          }}
          onFocus={() => text.trim() !== '' && combobox.openDropdown()}
          onBlur={() => combobox.closeDropdown()}
          onKeyDown={(event) => {
            if (event.key === 'Escape') field.current?.blur()
          }}
        />
      </Combobox.Target>
      <Combobox.Dropdown hidden={wanted === '' || (groups.length === 0 && !isAll && !error)}>
        <Combobox.Options className={styles.options} aria-label={say('label')}>
          <ProblemNote error={error} />
          {groups.map(({ title, found }) => (
            <Combobox.Group key={title} label={title}>
              {found.map(({ path, name, note }) => (
                <Combobox.Option key={path} value={path} className={styles.option}>
                  <strong>{name}</strong>
                  <span>{note}</span>
                </Combobox.Option>
              ))}
            </Combobox.Group>
          ))}
          {isAll && groups.length === 0 && <Combobox.Empty>{say('none', { text: wanted })}</Combobox.Empty>}
        </Combobox.Options>
      </Combobox.Dropdown>
    </Combobox>
  )
}

/** What holds a text, in groups; of that only what there is a screen for. */
function useFound(wanted: string) {
  const say = useWords(searchWords)
  const { locale } = useLanguage()
  const paths = usePlaces().flatMap(({ path, below }) => [path, ...(below ?? []).map((each) => each.path)])
  const { data, error } = useQuery({
    queryKey: ['search', wanted],
    queryFn: () => ask(api.GET('/v1/search', { params: { query: { q: wanted } } })),
    enabled: wanted !== '',
    placeholderData: keepPreviousData,
  })
  const money = (row: { total: number; currency: string }) => formatMoney(row.total, row.currency, locale)
  const all: { title: string; place: string; found: Found[] }[] = [
    {
      title: say('customers'),
      place: '/customers',
      found: (data?.customers ?? []).map(({ id, name, code, email }) => ({
        path: `/customers/${id}`,
        name,
        note: email ?? code ?? '',
      })),
    },
    {
      title: say('invoices'),
      place: '/invoices',
      found: (data?.invoices ?? []).map((row) => ({
        path: `/invoices/${row.id}`,
        name: row.number,
        note: `${row.customer_name} · ${money(row)}`,
      })),
    },
    {
      title: say('requests'),
      place: '/pay/requests',
      found: (data?.payment_requests ?? []).map((row) => ({
        path: `/pay/requests/${row.id}`,
        name: row.reference,
        note: `${row.customer_name ?? say('somebody')} · ${money(row)}`,
      })),
    },
  ]
  const groups = all.filter(({ place, found }) => found.length > 0 && paths.includes(place))
  return { groups, error, isAll: data !== undefined && wanted !== '' }
}
