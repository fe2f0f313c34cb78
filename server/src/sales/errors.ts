import { DomainError } from '../lib/errors.ts'

/** Someone else changed it meanwhile; `details.revision` is the one it has now. */
export class OrderRevised extends DomainError {
  readonly code = 'order_revised'
  readonly status = 409
}

/** Its money moved, so it is neither edited nor canceled without giving that back. */
export class OrderMoneyMoved extends DomainError {
  readonly code = 'order_money_moved'
  readonly status = 409
}

export class ProductExists extends DomainError {
  readonly code = 'product_exists'
  readonly status = 409
}

/** It is not sold any more, or in another currency than the order's. */
export class ProductNotSold extends DomainError {
  readonly code = 'product_not_sold'
  readonly status = 422
}
