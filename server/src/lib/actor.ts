/** Who does it: written into the audit trail with every change. */
export interface Actor {
  readonly type: 'api_key' | 'staff' | 'payer' | 'processor' | 'system' | 'operator'
  /** An id within the type; for a payer the link's, never an address. */
  readonly id: string
}

export const system: Actor = { type: 'system', id: 'quittance' }
export const processor: Actor = { type: 'processor', id: 'stripe' }
