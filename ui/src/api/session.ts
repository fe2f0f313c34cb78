import { useQuery, useQueryClient } from '@tanstack/react-query'
import { createContext, useContext } from 'react'
import { api, ask, keepForRequests } from './client.ts'
import { sayElsewhere } from './elsewhere.ts'
import { NoAnswer, Problem } from './problem.ts'
import type { paths } from './schema.generated.ts'
import { signedInAgain, signInAgain } from './signing-in-again.ts'

/** Who is signed in, where, and what they may do. */
export type Session = paths['/v1/session']['get']['responses'][200]['content']['application/json']
export type Permission = Session['permissions'][number]

const KEY = ['session']

/** The server's page asks already where the browser bears a session; where it bears none, nobody needs to. */
let isWorthAsking = import.meta.env.DEV || document.querySelector('link[href="/v1/session"]') !== null

/** Who is signed in, in which company; `null` where nobody is. */
export function useSessionQuery() {
  const queries = useQueryClient()
  return useQuery({
    queryKey: KEY,
    queryFn: async () => {
      if (!isWorthAsking) {
        // Only of the page as it came: somebody may sign in later, here or in another tab.
        isWorthAsking = true
        return null
      }
      try {
        const session = await ask(api.GET('/v1/session'))
        const before = queries.getQueryData<Session | null>(KEY)
        if (!before || isSame(before, session)) return keepSession(session)
        sayElsewhere(session)
        return before
      } catch (error) {
        if (!(error instanceof Problem) || error.status !== 401) throw error
        const before = queries.getQueryData<Session | null>(KEY)
        if (!before) return null
        // It ended while somebody was at work: they sign in again over what they were doing.
        void signInAgain()
        return before
      }
    },
    staleTime: 60_000,
    retry: (failures, error) => error instanceof NoAnswer && failures < 3,
  })
}

/**
 * The session that everything inside the dashboard is drawn for. Given from above and not read from the query by each
 * part: one that is drawn just when somebody signs out would find nobody there, and take the whole screen down.
 */
export const SessionContext = createContext<Session | undefined>(undefined)

/** The session of whoever is signed in; only for what stands inside the dashboard. */
export function useSession(): Session {
  const session = useContext(SessionContext)
  if (session === undefined) throw new Error('Nobody is signed in.')
  return session
}

/** Whether the role of whoever is signed in may do something. */
export function useMay(permission: Permission): boolean {
  return useSession().permissions.includes(permission)
}

/** Puts a session that the server answered with in place of the one before, and forgets what that one showed. */
export function useTakeSession(): (session: Session) => void {
  const queries = useQueryClient()
  return (session) => {
    const before = queries.getQueryData<Session | null>(KEY)
    if (!before || !isSame(before, session))
      queries.removeQueries({ predicate: ({ queryKey }) => queryKey[0] !== KEY[0] })
    queries.setQueryData(KEY, keepSession(session))
  }
}

/** Signs out, and forgets everything that was shown. Throws where the server did not do it: the session goes on. */
export function useSignOut(): () => Promise<void> {
  const queries = useQueryClient()
  return async () => {
    const { response, error } = await api.DELETE('/v1/session')
    // One that is over already is as good.
    if (!response.ok && response.status !== 401) throw new Problem(error ?? {}, response.status)
    // A session that is being read again was answered before it ended: it would bring the screen back.
    await queries.cancelQueries({ queryKey: KEY })
    queries.setQueryData(KEY, null)
    queries.removeQueries({ predicate: ({ queryKey }) => queryKey[0] !== KEY[0] })
    // What was asked meanwhile was refused: nobody is to sign in again for it.
    signedInAgain()
  }
}

/** Whether it is of the same person in the same company. */
function isSame(one: Session, other: Session): boolean {
  return one.user.id === other.user.id && one.company.id === other.company.id
}

function keepSession(session: Session): Session {
  keepForRequests(session)
  return session
}
