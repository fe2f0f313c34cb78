import { DomainError } from '../../lib/errors.ts'
import { missCounter } from '../count-misses.ts'

/** ADR 20. Whoever holds a right link is served all the same, so a network with many people in it is not shut out. */
export const countWrongLink = missCounter({
  name: 'pay.wrong_links',
  limit: 60,
  windowSeconds: 600,
  pauseSeconds: 900,
})

export class TooManyWrongLinks extends DomainError {
  readonly code = 'too_many_wrong_links'
  readonly status = 429

  constructor(seconds: number) {
    super(
      'Too many wrong links were opened from this internet address. Nothing was charged. A link that is right still opens; please check yours, or wait.',
      { details: { retry_after_seconds: seconds } },
    )
  }
}
