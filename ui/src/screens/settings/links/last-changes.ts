import { useQuery } from '@tanstack/react-query'
import { api, ask } from '../../../api/client.ts'
import { useMay } from '../../../api/session.ts'

interface LastChange {
  at: string
  /** Whose hand it was, or the kind of it where it has no name. */
  who: string
}

const LOOKED_AT = 100

/** Who changed each setting last, of the newest hundred changes; only for roles that may read the audit trail. */
export function useLastChanges(): ReadonlyMap<string, LastChange> {
  const mayRead = useMay('audit.read')
  const { data } = useQuery({
    queryKey: ['settings', 'changes'],
    queryFn: () =>
      ask(api.GET('/v1/audit_events', { params: { query: { type: 'setting.changed', limit: LOOKED_AT } } })),
    enabled: mayRead,
  })
  const changes = new Map<string, LastChange>()
  for (const { at, actor, detail } of data?.data ?? []) {
    const { key } = detail as { key: string }
    if (!changes.has(key)) changes.set(key, { at, who: actor.name ?? actor.type })
  }
  return changes
}
