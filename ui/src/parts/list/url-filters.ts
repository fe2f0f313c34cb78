import { useSearchParams } from 'react-router'

export interface UrlFilters<Name extends string> {
  values: Readonly<Partial<Record<Name, string>>>
  /** Sets some; undefined or empty takes one away. */
  set: (changes: Partial<Record<Name, string | undefined>>) => void
  clear: () => void
  isAny: boolean
}

/** A list's filters, kept in the address so that a page can be sent, kept and gone back to. */
export function useUrlFilters<const Name extends string>(names: readonly Name[]): UrlFilters<Name> {
  const [search, setSearch] = useSearchParams()
  const values: Partial<Record<Name, string>> = {}
  for (const name of names) {
    const value = search.get(name)
    if (value) values[name] = value
  }
  const change = (changes: Partial<Record<Name, string | undefined>>) =>
    setSearch(
      (before) => {
        const next = new URLSearchParams(before)
        for (const [name, value] of Object.entries<string | undefined>(changes)) {
          if (value) next.set(name, value)
          else next.delete(name)
        }
        return next
      },
      { replace: true },
    )
  return {
    values,
    set: change,
    clear: () => change(Object.fromEntries(names.map((name) => [name, undefined])) as typeof values),
    isAny: Object.keys(values).length > 0,
  }
}
