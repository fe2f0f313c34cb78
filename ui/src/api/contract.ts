import type { Session } from './session.ts'

interface Answer<Status extends number, Body> {
  responses: {
    [S in Status]: { headers: Record<string, unknown>; content: { 'application/json': Body } }
  } & {
    '4XX': {
      headers: Record<string, unknown>
      content: { 'application/problem+json': { code: string; detail: string } }
    }
  }
}
interface Plain {
  parameters: { query?: never; header?: never; path?: never; cookie?: never }
}
interface Takes<Body> {
  requestBody: { content: { 'application/json': Body } }
}

/** Routes that the server is about to have. */
export interface ContractPaths {
  '/v1/password_resets': Plain & { post: Plain & Takes<{ email: string }> & Answer<202, unknown> }
  '/v1/password_resets/confirm': Plain & {
    post: Plain & Takes<{ token: string; password: string }> & Answer<200, never>
  }
  '/v1/invitations/lookup': Plain & {
    post: Plain &
      Takes<{ token: string }> &
      Answer<200, { company_name: string; email: string; needs_password: boolean }>
  }
  '/v1/invitations/accept': Plain & {
    post: Plain & Takes<{ token: string; name?: string; password?: string }> & Answer<201, Session>
  }
  '/v1/user': Plain & {
    patch: Plain & Takes<{ name?: string; language?: 'en' | 'fr' | null }> & Answer<200, unknown>
  }
}
