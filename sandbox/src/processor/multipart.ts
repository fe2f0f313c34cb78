import type { Params } from './form.ts'

/** Reads an upload: its fields as they are, and of its file the name, type and size. The bytes are kept nowhere. */
export async function parseMultipart(contentType: string, body: Buffer): Promise<Params> {
  const form = await new Response(new Uint8Array(body), {
    headers: { 'content-type': contentType },
  }).formData()
  const params: Params = {}
  for (const [name, value] of form) {
    params[name] =
      typeof value === 'string' ? value : { name: value.name, type: value.type, size: String(value.size) }
  }
  return params
}
