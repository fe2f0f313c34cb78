import { useQuery } from '@tanstack/react-query'
import { api, ask } from '../../../api/client.ts'
import type { components } from '../../../api/schema.generated.ts'
import { useLanguage } from '../../../words/index.ts'

export type Role = components['schemas']['Role']

/** The roles and permissions with their names in the language of the screen. */
export function useRoles() {
  const { language } = useLanguage()
  return useQuery({
    queryKey: ['roles', language],
    queryFn: () => ask(api.GET('/v1/roles', { params: { query: { language } } })),
  })
}
