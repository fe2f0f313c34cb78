import { Type } from 'typebox'
import { readSetting } from '../identity/index.ts'
import type { Db } from '../lib/db/index.ts'
import { InvalidRequest } from '../lib/errors.ts'
import type { Method } from '../lib/methods.ts'
import { methodSet, nullable } from '../lib/schemas.ts'
import { isOfInvoices, type RequestKind } from './requests.queries.ts'
import { EXPIRY_HOURS, EXPIRY_MODES, linkSettings, RENEWALS } from './settings.ts'

export type ExpiryMode = (typeof EXPIRY_MODES)[number]
export type RenewalRule = (typeof RENEWALS)[number]

/** What a request says of its links in place of the company's settings (K2, K3); null: as they say. */
export interface LinkTerms {
  expiryMode: ExpiryMode | null
  /** How long the period is once it has started. */
  expiryHours: number | null
  renewal: RenewalRule | null
  /** K1: what it may be paid by of what the company takes; null: all of it. */
  methods: Method[] | null
}

export const NO_TERMS: LinkTerms = { expiryMode: null, expiryHours: null, renewal: null, methods: null }

/** The same as a sender gives it: what is left out stays as it was, null goes back to the company's settings. */
export const termFields = {
  expiry: Type.Optional(
    nullable(
      Type.Object(
        {
          mode: Type.Enum(EXPIRY_MODES, {
            description:
              'Where the period of its links starts: after_open (the first human opening), after_issue, or none for links that never expire.',
          }),
          hours: Type.Optional(nullable(EXPIRY_HOURS)),
        },
        {
          additionalProperties: false,
          description:
            'How long the links of this request live, in place of the company’s setting; for those that are issued from now on. Without hours, those of the setting.',
        },
      ),
    ),
  ),
  renewal: Type.Optional(
    nullable(
      Type.Enum(RENEWALS, {
        description: 'What an expired link of this request offers, in place of the setting link.renewal.',
      }),
    ),
  ),
  methods: Type.Optional(
    nullable(
      methodSet(
        'What this request may be paid by, of what the company takes; from now on, also by links that are out.',
      ),
    ),
  ),
}

interface TermFields {
  expiry?: { mode: ExpiryMode; hours?: number | null } | null
  renewal?: RenewalRule | null
  methods?: Method[] | null
}

/** What the body of a route changes of the terms; undefined: nothing. Throws for hours of what has no period. */
export function termsOrder({ expiry, renewal, methods }: TermFields): Partial<LinkTerms> | undefined {
  if (expiry?.mode === 'none' && expiry.hours != null) {
    throw new InvalidRequest(
      'Links that never expire have no hours. Nothing was done; leave one of them out.',
      {
        field: 'expiry.hours',
      },
    )
  }
  if (expiry === undefined && renewal === undefined && methods === undefined) return undefined
  return {
    ...(expiry === undefined ? {} : { expiryMode: expiry?.mode ?? null, expiryHours: expiry?.hours ?? null }),
    ...(renewal === undefined ? {} : { renewal }),
    ...(methods === undefined ? {} : { methods }),
  }
}

export const TermsWire = {
  expiry: nullable(
    Type.Object(
      { mode: Type.Enum(EXPIRY_MODES), hours: nullable(Type.Integer()) },
      {
        description: 'Of this request’s own links; null: as the company’s settings say.',
      },
    ),
  ),
  renewal: nullable(Type.Enum(RENEWALS, { description: 'Null: as the company’s setting says.' })),
  methods: nullable(methodSet('What it may be paid by, where it narrows what the company takes.')),
}

export function termsToWire({ expiryMode, expiryHours, renewal, methods }: LinkTerms) {
  return { expiry: expiryMode === null ? null : { mode: expiryMode, hours: expiryHours }, renewal, methods }
}

/** How long a new link lives, and from when: by the request's own terms, else by the company's settings. */
export async function readExpiry(
  db: Db,
  { kind, terms }: { kind: RequestKind; terms: LinkTerms },
): Promise<{ from: 'open' | 'issue'; hours: number | null }> {
  const setting = linkSettings.expiry[isOfInvoices(kind) ? 'invoice_link' : 'request']
  const mode = terms.expiryMode ?? (await readSetting(db, setting.mode))
  const from = mode === 'after_issue' ? 'issue' : 'open'
  if (mode === 'none') return { from, hours: null }
  return { from, hours: terms.expiryHours ?? (await readSetting(db, setting.hours)) }
}

export async function readRenewal(db: Db, { renewal }: LinkTerms): Promise<RenewalRule> {
  return renewal ?? readSetting(db, linkSettings.renewal)
}

/** What a mail may say of a link that is over: who gives a new one, and whether a declined one is over. */
export interface LinkPromise {
  renewal: RenewalRule
  mayRetry: boolean
}

export async function readPromise(db: Db, terms: LinkTerms): Promise<LinkPromise> {
  const [renewal, mayRetry] = await Promise.all([
    readRenewal(db, terms),
    readSetting(db, linkSettings.retrySame),
  ])
  return { renewal, mayRetry }
}
