import { simpleParser } from 'mailparser'
import { newId } from '../ids.ts'
import type { World } from '../world.ts'

/** Keeps a message as it came, with what lists show of it. */
export async function storeMessage(
  world: World,
  envelope: { from: string; to: string[]; raw: Buffer },
): Promise<string> {
  const parsed = await simpleParser(envelope.raw, { skipHtmlToText: true, skipTextToHtml: true })
  const created = world.clock.now()
  const id = newId('msg')
  world.store.put('message', world.platformAccount, {
    id,
    created,
    from: parsed.from?.text ?? envelope.from,
    to: envelope.to.map((address) => address.toLowerCase()),
    subject: parsed.subject ?? '',
    date: (parsed.date ?? new Date(created * 1000)).toISOString(),
    message_id: parsed.messageId ?? '',
    raw: envelope.raw.toString('base64'),
  })
  await world.store.flush()
  return id
}
