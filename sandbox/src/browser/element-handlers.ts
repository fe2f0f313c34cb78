type Handler = (event: never) => unknown

/** Who listens to an element, and the telling. */
export type Handlers = {
  tell(event: string, facts: object): void
  add(event: string, handler: Handler): void
  addOnce(event: string, handler: Handler): void
  remove(event: string, handler?: Handler): void
  clear(): void
}

export function createHandlers(type: string): Handlers {
  const known = new Map<string, Set<Handler>>()
  const handlers: Handlers = {
    tell(event, facts) {
      for (const handler of [...(known.get(event) ?? [])])
        (handler as (event: object) => unknown)({ elementType: type, ...facts })
    },
    add: (event, handler) => void known.set(event, (known.get(event) ?? new Set()).add(handler)),
    addOnce(event, handler) {
      const only: Handler = (facts) => {
        handlers.remove(event, only)
        return handler(facts)
      }
      handlers.add(event, only)
    },
    remove(event, handler) {
      if (handler) known.get(event)?.delete(handler)
      else known.delete(event)
    },
    clear: () => known.clear(),
  }
  return handlers
}
