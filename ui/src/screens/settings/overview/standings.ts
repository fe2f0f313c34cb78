import { useQuery } from '@tanstack/react-query'
import { api, ask } from '../../../api/client.ts'
import { useMerchantAccount } from '../../../api/merchant-account.ts'
import type { components } from '../../../api/schema.generated.ts'
import { useSession } from '../../../api/session.ts'
import { formatRelative, useLanguage, useWords } from '../../../words/index.ts'
import { words } from './words.ts'

/** How a section stands, in a few words. */
export interface Standing {
  text: string
  /** Something waits for somebody. */
  isUrgent?: boolean
}
/** While it is read: `undefined`; `null` where it could not be. */
export type UseStanding = () => Standing | null | undefined

type Member = components['schemas']['Member']

/** What is read, as the section's own screen keeps it, and told in words. */
function useTold<Data>(
  queryKey: readonly unknown[],
  read: () => Promise<Data>,
  tell: (data: Data) => Standing,
): Standing | null | undefined {
  return told(useQuery({ queryKey, queryFn: read }), tell)
}

function told<Data>(
  { data, isError }: { data: Data | undefined; isError: boolean },
  tell: (data: Data) => Standing,
): Standing | null | undefined {
  if (data !== undefined) return tell(data)
  return isError ? null : undefined
}

export const useCompanyStanding: UseStanding = () => {
  const say = useWords(words)
  return useTold(
    ['company'],
    () => ask(api.GET('/v1/company')),
    ({ name, logo }) => ({ text: say(logo === null ? 'companyBare' : 'companyWithLogo', { name }) }),
  )
}

export const usePaymentsStanding: UseStanding = () => {
  const say = useWords(words)
  return told(useMerchantAccount(), ({ status, own }) => ({
    text: say(own ? 'payments_own' : `payments_${status}`),
    isUrgent: !own && !['enabled', 'in_review'].includes(status),
  }))
}

const readSettings = () => ask(api.GET('/v1/settings'))
const OF_THANKS = 'thankyou.'

export const useLinksStanding: UseStanding = () => {
  const say = useWords(words)
  return useTold(['settings'], readSettings, ({ values, data }) => {
    if (values['company.payment_links_enabled'] === false) return { text: say('linksOff'), isUrgent: true }
    const changed = data.filter(({ key, is_default }) => !is_default && !key.startsWith(OF_THANKS))
    return { text: say('linksChanged', { count: changed.length }) }
  })
}

export const useThanksStanding: UseStanding = () => {
  const say = useWords(words)
  return useTold(['settings'], readSettings, ({ values }) => ({
    text: say(values['thankyou.enabled'] === true ? 'thanksOn' : 'thanksOff'),
  }))
}

export const useTemplatesStanding: UseStanding = () => {
  const say = useWords(words)
  return useTold(
    ['templates'],
    () => ask(api.GET('/v1/templates')),
    ({ data }) => {
      const own = data.filter(({ shipped }) => !shipped).length
      return { text: say('templatesOwn', { own, shipped: data.length - own }) }
    },
  )
}

/** As many as are counted; where there are more, it says so. */
const COUNTED = 100

export const useStaffStanding: UseStanding = () => {
  const say = useWords(words)
  return useTold(
    ['members', 'counted'],
    () => ask(api.GET('/v1/members', { params: { query: { limit: COUNTED } } })),
    ({ data, has_more }) => {
      const of = (status: Member['status']) => data.filter((member) => member.status === status).length
      if (has_more) return { text: say('staffMany', { count: COUNTED }) }
      return { text: say('staffCount', { active: of('active'), invited: of('invited') }) }
    },
  )
}

export const useRemindersStanding: UseStanding = () => {
  const say = useWords(words)
  return useTold(
    ['reminder_schedule'],
    () => ask(api.GET('/v1/reminder_schedule')),
    ({ enabled }) => ({ text: say(enabled ? 'thanksOn' : 'thanksOff') }),
  )
}

export const useRolesStanding: UseStanding = () => {
  const say = useWords(words)
  const { language } = useLanguage()
  return useTold(
    ['roles', language],
    () => ask(api.GET('/v1/roles', { params: { query: { language } } })),
    ({ data }) => ({ text: say('rolesChanged', { count: data.filter(({ changed }) => changed).length }) }),
  )
}

export const useKeysStanding: UseStanding = () => {
  const say = useWords(words)
  return useTold(
    ['api_keys'],
    () => ask(api.GET('/v1/api_keys')),
    ({ data }) => ({
      text: say('keysCount', { count: data.filter(({ revoked_at }) => revoked_at === null).length }),
    }),
  )
}

export const useAuditStanding: UseStanding = () => {
  const say = useWords(words)
  const { locale } = useLanguage()
  return useTold(
    ['audit_events', 'newest'],
    () => ask(api.GET('/v1/audit_events', { params: { query: { limit: 1 } } })),
    ({ data: [newest] }) => ({
      text:
        newest === undefined
          ? say('auditNone')
          : say('auditLast', { ago: formatRelative(new Date(newest.at), locale) }),
    }),
  )
}

export const useSuppressedStanding: UseStanding = () => {
  const say = useWords(words)
  return useTold(
    ['suppressions', 'counted'],
    () => ask(api.GET('/v1/suppressions', { params: { query: { limit: COUNTED } } })),
    ({ data, has_more }) => ({
      text: has_more
        ? say('suppressedMany', { count: COUNTED })
        : say('suppressedCount', { count: data.length }),
    }),
  )
}

export const useAccountStanding: UseStanding = () => {
  const say = useWords(words)
  const { user } = useSession()
  return { text: say(user.totp_enabled ? 'accountTwoStep' : 'accountPassword') }
}
