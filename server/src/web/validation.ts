import { Ajv } from 'ajv'
import type { FastifyInstance } from 'fastify'
import { textFault } from '../lib/text.ts'

const MAILBOX = /^[^\s@<>()",:;\\[\]]+@[^\s@<>()",:;\\[\]]+\.[^\s@.<>()",:;\\[\]]+$/u

/**
 * Bodies are taken as they are: no text becomes a number, no unknown field is dropped. Only query strings and
 * paths, which are all text, are read into the types that the route asks for.
 */
export function setValidation(server: FastifyInstance): void {
  const strict = compiler(false)
  const reading = compiler('array')
  server.setValidatorCompiler(({ schema, httpPart }) =>
    (httpPart === 'body' ? strict : reading).compile(schema as object),
  )
}

function compiler(coerceTypes: boolean | 'array') {
  const ajv = new Ajv({
    coerceTypes,
    useDefaults: true,
    removeAdditional: false,
    allErrors: false,
    strict: false,
  })
  ajv.addFormat('text', (text: string) => textFault(text, Number.MAX_SAFE_INTEGER) === undefined)
  ajv.addFormat('mailbox', (text: string) => MAILBOX.test(text) && textFault(text, 254) === undefined)
  ajv.addFormat('date', isDate)
  return ajv
}

function isDate(text: string): boolean {
  const time = Date.parse(`${text}T00:00:00Z`)
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(text)
}
