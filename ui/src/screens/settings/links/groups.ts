import type { Setting } from './setting-kind.ts'

/** What belongs together, in the order in which people ask. */
export const GROUPS = [
  {
    id: 'invoices',
    keys: [
      'invoice.auto_link',
      'invoice.manual_link',
      'link.on_invoice_edit',
      'order.confirm_on',
      'order.send_invoice',
    ],
  },
  {
    id: 'requests',
    keys: ['requests.standalone', 'requests.kinds', 'request.document_required', 'channels.enabled'],
  },
  {
    id: 'expiry',
    keys: [
      'link.expiry.mode.invoice_link',
      'link.expiry.hours.invoice_link',
      'link.expiry.mode.request',
      'link.expiry.hours.request',
      'link.renewal',
    ],
  },
  {
    id: 'paying',
    keys: [
      'methods.invoice_link',
      'methods.request',
      'checkout.wallets',
      'link.retry_same',
      'link.when_settled',
      'phone.moto',
    ],
  },
  { id: 'bnpl', keys: ['bnpl.enabled', 'bnpl.min_amount', 'bnpl.refund_days'] },
  {
    id: 'clearing',
    keys: ['clearing.cards', 'clearing.notice', 'ach.days_min', 'ach.days_max', 'ach.cut_off'],
  },
  { id: 'saved', keys: ['saved_methods.tell_expiry'] },
  { id: 'credits', keys: ['credit_notes.approval', 'credit_notes.approval_above'] },
  { id: 'disputes', keys: ['disputes.lost'] },
  { id: 'master', keys: ['company.payment_links_enabled', 'links.master_role'] },
  {
    id: 'limits',
    keys: [
      'limits.decline_surge',
      'limits.surge_pause_minutes',
      'limits.tries_per_address',
      'limits.declines_per_address',
      'limits.renewals_per_address',
    ],
  },
] as const
export type GroupId = (typeof GROUPS)[number]['id'] | 'other'

/** The settings of the thank-you have a screen of their own. */
const ELSEWHERE = 'thankyou.'

/** The settings by group; what no group names stands under the last one, so that none is out of sight. */
export function grouped(settings: readonly Setting[]): { id: GroupId; settings: Setting[] }[] {
  const byKey = new Map(settings.map((setting) => [setting.key, setting]))
  const groups: { id: GroupId; settings: Setting[] }[] = GROUPS.map(({ id, keys }) => ({
    id,
    settings: keys.flatMap((key) => byKey.get(key) ?? []),
  }))
  const named = new Set<string>(GROUPS.flatMap(({ keys }) => keys))
  const rest = settings.filter(({ key }) => !named.has(key) && !key.startsWith(ELSEWHERE))
  return [...groups, { id: 'other' as const, settings: rest }].filter(({ settings }) => settings.length > 0)
}
