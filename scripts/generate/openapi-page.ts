import { pino } from 'pino'
import { createServer, type WebServices } from '../../server/src/web/index.ts'

/** `docs/openapi.json`: from the schemas on the routes. Nothing is called, so nothing needs to be there. */
export async function openApiPage(): Promise<string> {
  const server = await createServer({ log: pino({ level: 'silent' }) } as unknown as WebServices)
  try {
    const answer = await server.inject({ method: 'GET', url: '/openapi.json' })
    return `${JSON.stringify(answer.json(), null, 2)}\n`
  } finally {
    await server.close()
  }
}
