import { Ajv } from 'ajv'
import type { FastifyInstance } from 'fastify'
import { InvalidRequest } from '../lib/errors.ts'
import { textFault } from '../lib/text.ts'
import { lazyValidator } from './lazy-schemas.ts'

const MAILBOX = /^[^\s@<>()",:;\\[\]]+@[^\s@<>()",:;\\[\]]+\.[^\s@.<>()",:;\\[\]]+$/u

/**
 * Bodies are taken as they are: no text becomes a number, no unknown field is dropped, and bytes that are no UTF-8
 * are refused instead of becoming other text. Only query strings and paths, which are all text, are read into the
 * types that the route asks for.
 */
export function setValidation(server: FastifyInstance): void {
  readJson(server)
  server.setValidatorCompiler(({ schema, httpPart }) =>
    httpPart === 'body'
      ? lazyValidator('body', schema as object, (body) => STRICT.compile(body))
      : lazyValidator('text', schema as object, (text) => READING.compile(text)),
  )
}

function readJson(server: FastifyInstance): void {
  const utf8 = new TextDecoder('utf-8', { fatal: true })
  const parse = server.getDefaultJsonParser('error', 'error')
  server.addContentTypeParser('application/json', { parseAs: 'buffer' }, (request, body, done) => {
    let text: string
    try {
      text = utf8.decode(body as Buffer)
    } catch {
      return done(new InvalidRequest('The body is not UTF-8. Nothing was changed.'))
    }
    return parse(request, text, done)
  })
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

const STRICT = compiler(false)
const READING = compiler('array')

function isDate(text: string): boolean {
  const time = Date.parse(`${text}T00:00:00Z`)
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(text)
}
