import type { ReactNode } from 'react'
import { type Permission, useMay } from '../api/session.ts'

/** Shows what is inside only to a role that may do it: the server refuses it to others in any case. */
export function Allowed({ to, children }: { to: Permission; children: ReactNode }) {
  return useMay(to) ? children : null
}
