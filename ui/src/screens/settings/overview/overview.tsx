import { ChevronRight } from 'lucide-react'
import { Link } from 'react-router'
import { type Permission, useSession } from '../../../api/session.ts'
import { StatusBadge } from '../../../parts/status-badge.tsx'
import { useWords } from '../../../words/index.ts'
import { Section } from '../frame/section.tsx'
import styles from './overview.module.css'
import {
  type UseStanding,
  useAccountStanding,
  useAuditStanding,
  useCompanyStanding,
  useKeysStanding,
  useLinksStanding,
  usePaymentsStanding,
  useRemindersStanding,
  useRolesStanding,
  useStaffStanding,
  useSuppressedStanding,
  useTemplatesStanding,
  useThanksStanding,
} from './standings.ts'
import { words } from './words.ts'

interface Entry {
  /** Its words are `<id>` and `<id>Text`. */
  id:
    | 'company'
    | 'payments'
    | 'links'
    | 'templates'
    | 'thanks'
    | 'reminders'
    | 'staff'
    | 'roles'
    | 'keys'
    | 'audit'
    | 'suppressed'
    | 'account'
  path: string
  permission?: Permission
  useStanding: UseStanding
}

/** A section that is new has its line here, beside those in the router and the navigation. */
const GROUPS: readonly { id: 'business' | 'asking' | 'team' | 'you'; entries: readonly Entry[] }[] = [
  {
    id: 'business',
    entries: [
      { id: 'company', path: 'company', permission: 'settings.read', useStanding: useCompanyStanding },
      {
        id: 'payments',
        path: 'payments-account',
        permission: 'settings.read',
        useStanding: usePaymentsStanding,
      },
    ],
  },
  {
    id: 'asking',
    entries: [
      { id: 'links', path: 'links', permission: 'settings.read', useStanding: useLinksStanding },
      { id: 'templates', path: 'templates', permission: 'templates.read', useStanding: useTemplatesStanding },
      { id: 'thanks', path: 'thank-you', permission: 'settings.read', useStanding: useThanksStanding },
      {
        id: 'reminders',
        path: 'reminders',
        permission: 'settings.read',
        useStanding: useRemindersStanding,
      },
      {
        id: 'suppressed',
        path: 'suppressed',
        permission: 'customers.read',
        useStanding: useSuppressedStanding,
      },
    ],
  },
  {
    id: 'team',
    entries: [
      { id: 'staff', path: 'staff', permission: 'staff.manage', useStanding: useStaffStanding },
      { id: 'roles', path: 'roles', permission: 'staff.manage', useStanding: useRolesStanding },
      { id: 'keys', path: 'api-keys', permission: 'keys.manage', useStanding: useKeysStanding },
      { id: 'audit', path: 'audit-trail', permission: 'audit.read', useStanding: useAuditStanding },
    ],
  },
  { id: 'you', entries: [{ id: 'account', path: 'account', useStanding: useAccountStanding }] },
]

/** Settings: what each section is for and how it stands, as far as the role may see. */
export function Component() {
  const say = useWords(words)
  const { permissions } = useSession()
  const groups = GROUPS.map(({ id, entries }) => ({
    id,
    entries: entries.filter(({ permission }) => permission === undefined || permissions.includes(permission)),
  }))
  return (
    <Section title={say('title')} text={say('text')}>
      {groups
        .filter(({ entries }) => entries.length > 0)
        .map(({ id, entries }) => (
          <section key={id} className={styles.group}>
            <h2>{say(id)}</h2>
            <ul className={styles.list}>
              {entries.map((entry) => (
                <Row key={entry.id} entry={entry} />
              ))}
            </ul>
          </section>
        ))}
    </Section>
  )
}

function Row({ entry: { id, path, useStanding } }: { entry: Entry }) {
  const say = useWords(words)
  const standing = useStanding()
  return (
    <li>
      <Link to={`/settings/${path}`} className={styles.row}>
        <span className={styles.name}>{say(id)}</span>
        <span className={styles.about}>{say(`${id}Text`)}</span>
        <span className={styles.standing}>
          {standing?.isUrgent ? (
            <StatusBadge tone="attention">{standing.text}</StatusBadge>
          ) : (
            // While it is read the row keeps its height, so that nothing moves under a thumb.
            (standing?.text ?? (standing === null ? say('unknown') : '\u00a0'))
          )}
        </span>
        <ChevronRight className={styles.arrow} size={18} aria-hidden />
      </Link>
    </li>
  )
}
