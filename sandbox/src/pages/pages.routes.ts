import { readFileSync } from 'node:fs'
import type { FastifyInstance } from 'fastify'
import type { World } from '../world.ts'

const style = readFileSync(new URL('./pages.css', import.meta.url), 'utf8')

export function registerPages(app: FastifyInstance, _world: World): void {
  app.get('/pages/pages.css', async (_request, reply) => reply.type('text/css; charset=utf-8').send(style))
}
