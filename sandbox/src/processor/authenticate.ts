import type { World } from '../world.ts'
import { ApiError } from './api-error.ts'

export type Caller = { account: string; publishable: boolean }
type Headers = { [name: string]: string | string[] | undefined }

/** Who asks, by the key in the Authorization header and the connected account named beside it. */
export function authenticate(world: World, headers: Headers): Caller {
  const key = keyOf(String(headers.authorization ?? ''))
  if (!key) {
    throw refused(
      401,
      "You did not provide an API key. You need to provide your API key in the Authorization header, using Bearer auth (e.g. 'Authorization: Bearer YOUR_SECRET_KEY').",
    )
  }
  if (key !== world.secretKey && key !== world.publishableKey) {
    throw refused(401, `Invalid API Key provided: ${key.slice(0, 8)}${'*'.repeat(8)}${key.slice(-4)}`)
  }
  const connected = headers['stripe-account']
  if (connected === undefined)
    return { account: world.platformAccount, publishable: key === world.publishableKey }
  const account = world.store.get('account', world.platformAccount, String(connected))
  if (!account) {
    throw refused(
      403,
      `The provided key '${key.slice(0, 8)}${'*'.repeat(8)}${key.slice(-4)}' does not have access to account '${connected}' (or that account does not exist). Application access may have been revoked.`,
      'account_invalid',
    )
  }
  return { account: account.id, publishable: key === world.publishableKey }
}

export function refusePublishable(): ApiError {
  return refused(
    401,
    'This API call cannot be made with a publishable API key. Please use a secret API key. You can find a list of your API keys at https://dashboard.stripe.com/account/apikeys.',
    'secret_key_required',
  )
}

function keyOf(authorization: string): string | undefined {
  const [scheme = '', credentials = ''] = authorization.split(' ')
  if (scheme.toLowerCase() === 'bearer') return credentials
  if (scheme.toLowerCase() === 'basic') return Buffer.from(credentials, 'base64').toString().split(':')[0]
  return undefined
}

function refused(status: number, message: string, code?: string): ApiError {
  return new ApiError(status, { type: 'invalid_request_error', message, ...(code ? { code } : {}) })
}
