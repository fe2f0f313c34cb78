import type { World } from '../world.ts'
import { ApiError, invalidRequest } from './api-error.ts'
import type { Call } from './call.ts'
import type { ConfirmParams } from './confirm-payment-intent.ts'

/** Mail orders and telephone orders: the processor knows the flag of accounts for which it was switched on, by hand. */
export function allowMoto(world: World, account: string, allowed: boolean): void {
  world.store.put('setting', account, { id: idOf(account), created: 0, value: { allowed: allowed ? 1 : 0 } })
}

/** Whether the card was given by mail or by phone: then there is nobody to ask. */
export function isMoto(params: Pick<ConfirmParams, 'payment_method_options'>): boolean {
  return params.payment_method_options?.card?.moto === true
}

const idOf = (account: string) => `moto:${account}`
const PARAM = 'payment_method_options[card][moto]'

/** Of an account for which it was never switched on, it is a parameter that nobody knows. */
export function checkMoto(call: Call, params: ConfirmParams, futureUsage: string | null | undefined): void {
  if (!isMoto(params)) return
  const { store } = call.world
  if (store.get('setting', call.account, idOf(call.account))?.value.allowed !== 1) {
    throw new ApiError(400, {
      type: 'invalid_request_error',
      code: 'parameter_unknown',
      message: `Received unknown parameter: ${PARAM}`,
      param: PARAM,
    })
  }
  if (futureUsage === 'on_session') {
    throw invalidRequest(
      `${PARAM} can be set to true only when setup_future_usage is either off_session or null.`,
      { param: PARAM },
    )
  }
}
