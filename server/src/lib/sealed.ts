/**
 * Parts of an answer that must not rest in the database with it. A kept answer holds `null` in place of a
 * transient secret, and the link's id in place of its URL; both are put in only when the answer is sent.
 */
export class Transient {
  readonly #value: string

  constructor(value: string) {
    this.#value = value
  }

  reveal(): string {
    return this.#value
  }

  toJSON(): null {
    return null
  }
}

/** Stands for the URL of a payment link. Only our own code makes objects of this shape in an answer. */
export interface LinkReference {
  $link: string
}

export function linkReference(linkId: string): LinkReference {
  return { $link: linkId }
}

/** The answer as it is sent. */
export function reveal(body: unknown, linkUrl: (linkId: string) => string): unknown {
  if (body instanceof Transient) return body.reveal()
  if (Array.isArray(body)) return body.map((part) => reveal(part, linkUrl))
  if (typeof body !== 'object' || body === null) return body
  const keys = Object.keys(body)
  if (keys.length === 1 && keys[0] === '$link') return linkUrl((body as LinkReference).$link)
  return Object.fromEntries(Object.entries(body).map(([key, part]) => [key, reveal(part, linkUrl)]))
}
