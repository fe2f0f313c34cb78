/** A JSON schema as the API's document has them. */
export interface Schema {
  $ref?: string
  type?: string
  properties?: Record<string, Schema>
  required?: string[]
  additionalProperties?: boolean | Schema
  items?: Schema
  anyOf?: Schema[]
  enum?: unknown[]
  pattern?: string
  format?: string
  minLength?: number
  maxLength?: number
  minimum?: number
  maximum?: number
  minItems?: number
  maxItems?: number
}

interface Operation {
  description?: string
  parameters?: { name: string; in: string; schema: Schema }[]
  requestBody?: { content: Record<string, { schema: Schema }> }
}

export interface ApiRoute {
  method: string
  path: string
  /** Who may call it, in the document's words. */
  needs: string
  /** What it takes as JSON; undefined where it takes none. */
  body: Schema | undefined
  query: Record<string, Schema>
}

/** The routes of the API's document, their schemas without references: what is derived from it forgets none. */
export async function readRoutes(url: string): Promise<ApiRoute[]> {
  const document = (await (await fetch(`${url}/openapi.json`)).json()) as {
    paths: Record<string, Record<string, Operation>>
    components: { schemas: Record<string, Schema> }
  }
  const resolved = (schema: Schema): Schema => {
    const named = schema.$ref === undefined ? undefined : document.components.schemas[nameOf(schema.$ref)]
    if (named !== undefined) return resolved(named)
    return {
      ...schema,
      ...(schema.items === undefined ? {} : { items: resolved(schema.items) }),
      ...(schema.anyOf === undefined ? {} : { anyOf: schema.anyOf.map(resolved) }),
      ...(schema.properties === undefined
        ? {}
        : {
            properties: Object.fromEntries(
              Object.entries(schema.properties).map(([key, value]) => [key, resolved(value)]),
            ),
          }),
    }
  }
  return Object.entries(document.paths).flatMap(([path, operations]) =>
    Object.entries(operations).map(([method, { description = '', parameters = [], requestBody }]) => {
      const body = requestBody?.content['application/json']?.schema
      const query = parameters.filter((parameter) => parameter.in === 'query')
      return {
        method: method.toUpperCase(),
        path,
        needs: description,
        body: body && resolved(body),
        query: Object.fromEntries(query.map(({ name, schema }) => [name, resolved(schema)])),
      }
    }),
  )
}

const nameOf = (reference: string) => reference.slice(reference.lastIndexOf('/') + 1)
