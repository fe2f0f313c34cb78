import type { Stripe } from 'stripe'
import { newId } from '../ids.ts'
import { invalidRequest } from './api-error.ts'
import type { Call } from './call.ts'
import { hash, oneOf, readParams, text } from './read-params.ts'

/** What may stand as evidence, by its type, and how large: as docs.stripe.com/disputes/best-practices has it. */
const types: { [type: string]: string } = {
  'application/pdf': 'pdf',
  'image/jpeg': 'jpg',
  'image/png': 'png',
}
const maxBytes = 5_000_000

/** Takes a file that evidence names. */
export function createFile(call: Call): unknown {
  const params = readParams(
    call.params,
    { purpose: oneOf('dispute_evidence'), file: hash({ name: text(), type: text(), size: text() }) },
    ['purpose', 'file'],
  )
  const { name, type: mediaType, size } = params.file
  const type = types[mediaType ?? '']
  if (type === undefined)
    throw invalidRequest('The file must be a PDF, JPEG or PNG to serve as evidence.', { param: 'file' })
  if (Number(size) > maxBytes)
    throw invalidRequest(`The file is larger than ${maxBytes} bytes.`, { param: 'file' })
  const id = newId('file')
  const file = {
    id,
    object: 'file',
    created: call.world.clock.now(),
    expires_at: null,
    filename: name ?? null,
    links: null,
    purpose: 'dispute_evidence',
    size: Number(size),
    title: null,
    type,
    // Its bytes are kept nowhere.
    url: null,
  } satisfies Stripe.File
  call.world.store.put('file', call.account, file)
  return file
}
