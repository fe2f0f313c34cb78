import { setTimeout as wait } from 'node:timers/promises'
import type { FastifyReply } from 'fastify'
import type { Fault } from '../faults.ts'
import { apiVersion } from '../world.ts'
import { ApiError } from './api-error.ts'
import type { Call, Operation } from './call.ts'
import { expandAll } from './expand.ts'
import type { Param } from './form.ts'
import { type Answer, once } from './idempotency.ts'

const silenceMs = 90_000

/** Does the work of one call and sends the answer, unless a fault keeps it from arriving. */
export async function answerCall(call: Call, operation: Operation, reply: FastifyReply): Promise<unknown> {
  const { world } = call
  const fault = world.faults.strike('request', { method: call.method, path: call.path })
  if (fault?.do === 'drop_before') return cut(reply, 0)
  const answer = await once(call, () => work(call, operation, fault))
  await world.store.flush()
  setImmediate(() => void world.webhooks.wake())
  if (fault?.do === 'drop_after') return cut(reply, 0)
  if (fault?.do === 'time_out_after') return cut(reply, fault.ms ?? silenceMs)
  reply.code(answer.status).headers({ 'request-id': call.requestId, 'stripe-version': apiVersion })
  if (call.idempotencyKey !== null && call.method === 'POST')
    reply.header('idempotency-key', call.idempotencyKey)
  if (answer.replayOf) reply.headers({ 'idempotent-replayed': 'true', 'original-request': answer.replayOf })
  if (answer.status >= 400) reply.header('stripe-should-retry', 'false')
  return reply.type('application/json').send(answer.body)
}

async function work(
  call: Call,
  operation: Operation,
  fault: Fault | undefined,
): Promise<Answer & { begun: boolean }> {
  if (fault?.do === 'delay') await wait(fault.ms ?? (fault.seconds ?? 1) * 1000)
  try {
    if (fault?.do === 'error_500') throw brokenOnPurpose()
    const { expand, ...params } = call.params
    const result = operation({ ...call, params })
    const expanded = expandAll(call, result, readExpand(expand))
    return { status: 200, body: JSON.stringify(expanded, null, 2), begun: true }
  } catch (error) {
    if (!(error instanceof ApiError) || (!error.begun && error.status !== 409)) throw error
    return { status: error.status, body: JSON.stringify({ error: error.body }, null, 2), begun: true }
  }
}

function readExpand(expand: Param | undefined): string[] {
  return [expand ?? []].flat().filter((path) => typeof path === 'string')
}

/** Ends the connection without an answer. */
function cut(reply: FastifyReply, afterMs: number): void {
  reply.hijack()
  const { socket } = reply.request.raw
  const timer = setTimeout(() => socket.destroy(), afterMs)
  socket.once('close', () => clearTimeout(timer))
}

function brokenOnPurpose(): ApiError {
  return new ApiError(
    500,
    {
      type: 'api_error',
      message: 'An unknown error occurred on the processor’s side (a fault set in the sandbox).',
    },
    true,
  )
}
