import { SerializerSelector } from '@fastify/fast-json-stringify-compiler'
import type { ValidateFunction } from 'ajv'
import type { FastifySchemaValidationError } from 'fastify'
import type { FastifyValidationResult } from 'fastify/types/schema.js'

/*
 * A route's schemas become code when the route is first used: all of them at once would take a starting server a second
 * of processor time, most of it for answers that it never gives. What they became is kept for the process by what they
 * say, since routes share lists, errors and documents, and a process may have several servers.
 */
const compiled = new Map<string, unknown>()

function once<Code>(key: string, compile: () => Code): Code {
  const known = compiled.get(key)
  if (known !== undefined) return known as Code
  const code = compile()
  compiled.set(key, code)
  return code
}

/**
 * A validator as Fastify calls it: what it found wrong is on the function itself. `reader` names the one who compiles:
 * the same schema may be read in several ways.
 */
export function lazyValidator(
  reader: string,
  schema: object,
  compile: (schema: object) => ValidateFunction,
): FastifyValidationResult {
  let validate: ValidateFunction | undefined
  const check: FastifyValidationResult = (data) => {
    validate ??= once(`${reader} ${JSON.stringify(schema)}`, () => compile(schema))
    const isValid = validate(data)
    check.errors = (validate.errors ?? null) as FastifySchemaValidationError[] | null
    return isValid
  }
  return check
}

type SerializerFactory = ReturnType<typeof SerializerSelector>

/** Fastify's own serializers, for the option `schemaController.compilersFactory.buildSerializer`. */
export const buildLazySerializer: SerializerFactory = (externalSchemas, options) => {
  const compile = SerializerSelector()(externalSchemas, options)
  const named = JSON.stringify(externalSchemas)
  return (route) => {
    let serialize: ReturnType<typeof compile> | undefined
    return (answer) => {
      serialize ??= once(`answer ${JSON.stringify(route.schema)} ${named}`, () => compile(route))
      return serialize(answer)
    }
  }
}
