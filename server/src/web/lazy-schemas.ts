import { SerializerSelector } from '@fastify/fast-json-stringify-compiler'
import type { ValidateFunction } from 'ajv'
import type { FastifySchemaValidationError } from 'fastify'
import type { FastifyValidationResult } from 'fastify/types/schema.js'

/*
 * A route's schemas become code when the route is first used: all of them at once would take a starting server a second
 * of processor time, most of it for answers that it never gives.
 */

/** A validator as Fastify calls it: what it found wrong is on the function itself. */
export function lazyValidator(compile: () => ValidateFunction): FastifyValidationResult {
  let validate: ValidateFunction | undefined
  const check: FastifyValidationResult = (data) => {
    validate ??= compile()
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
  return (route) => {
    let serialize: ReturnType<typeof compile> | undefined
    return (answer) => {
      serialize ??= compile(route)
      return serialize(answer)
    }
  }
}
