/** News of the server: what kind of thing happened. What is true by then is read as always. */
export interface News {
  id: string
  type: string
}

/**
 * Reads `GET /v1/stream` until it ends, and tells each event. `after` is the last event that was seen, from which the
 * server catches up. Answers with the status where it is refused; throws where nobody answers.
 */
export async function readStream(
  after: string | undefined,
  signal: AbortSignal,
  tell: { opened: () => void; news: (news: News) => void },
): Promise<number> {
  const response = await fetch('/v1/stream', {
    headers: { accept: 'text/event-stream', ...(after === undefined ? {} : { 'last-event-id': after }) },
    signal,
  })
  if (!response.ok || response.body === null) {
    await response.body?.cancel()
    return response.status
  }
  tell.opened()
  let rest = ''
  const reader = response.body.pipeThrough(new TextDecoderStream()).getReader()
  for (;;) {
    const { done, value } = await reader.read()
    if (done) return response.status
    const blocks = (rest + value).replaceAll('\r\n', '\n').split('\n\n')
    rest = blocks.pop() ?? ''
    for (const block of blocks) {
      const news = parse(block)
      if (news !== undefined) tell.news(news)
    }
  }
}

/** One event of the stream; a comment (the heartbeat) is none. */
function parse(block: string): News | undefined {
  const fields = new Map<string, string>()
  for (const line of block.split('\n')) {
    const colon = line.indexOf(':')
    if (colon > 0) fields.set(line.slice(0, colon), line.slice(colon + 1).trimStart())
  }
  const type = fields.get('event')
  return type === undefined ? undefined : { id: fields.get('id') ?? '', type }
}
