import { registerHooks } from 'node:module'

/**
 * `ui/src/api/schema.generated.ts`: the types of the dashboard's client, from the API document. openapi-typescript
 * wants the compiler's API, which TypeScript 7 has not, so it is given TypeScript 5 under the name typescript-api.
 */
export async function apiTypes(document: string): Promise<string> {
  const hooks = registerHooks({
    resolve: (specifier, context, next) =>
      next(specifier === 'typescript' ? 'typescript-api' : specifier, context),
  })
  try {
    const { default: openapiTypes, astToString } = await import('openapi-typescript')
    return astToString(await openapiTypes(document, { alphabetize: true }))
  } finally {
    hooks.deregister()
  }
}
