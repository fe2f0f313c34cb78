import { Type } from 'typebox'
import { defineSetting } from '../../identity/index.ts'

/** Whether the processor is told that a card was given by phone. It knows that of accounts that it verified alone. */
export const phoneMoto = defineSetting({
  key: 'phone.moto',
  schema: Type.Boolean(),
  fallback: false,
  writableBy: 'company',
  description:
    'Whether payments by phone are told to the processor as such (MOTO, mail order and telephone order), so that no bank asks the customer to confirm: true or false. Only where the processor has enabled it for the payments account; else it refuses each of them, and nothing is charged.',
})
