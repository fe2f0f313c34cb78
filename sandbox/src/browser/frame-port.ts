import type { FrameEvent, FrameStart, FromFrame, Question, Reply, ToFrame } from './protocol.ts'

/** The frame's side of the talk with the pay page: takes one start, from the page around it and no other. */
export function serveFrame(
  begin: (
    start: FrameStart,
    tell: (event: FrameEvent) => void,
  ) => (question: Question) => Reply | Promise<Reply>,
): void {
  let started = false
  window.addEventListener('message', (message: MessageEvent<FrameStart>) => {
    const [port] = message.ports
    if (started || !port || message.source !== window.parent || !isLoopback(message.origin)) return
    if (message.data?.sandbox !== 'start') return
    started = true
    const answer = begin(message.data, (event) => port.postMessage(event satisfies FromFrame))
    port.onmessage = async ({ data }: MessageEvent<ToFrame>) => {
      const reply = await answer(data.question)
      port.postMessage({ id: data.id, reply } satisfies FromFrame)
    }
    port.postMessage({ event: 'ready' } satisfies FromFrame)
  })
}

/** The page around learns how high the frame's content is: before it is told that the frame is ready, and when it changes. */
export function tellHeight(tell: (event: FrameEvent) => void): void {
  const { body } = document
  const now = () => tell({ event: 'height', height: body.scrollHeight })
  now()
  new ResizeObserver(now).observe(body)
}

/** The sandbox plays for pages on this machine only. */
function isLoopback(origin: string): boolean {
  const host = URL.parse(origin)?.hostname ?? ''
  return (
    host === 'localhost' || host.endsWith('.localhost') || host === '[::1]' || /^127(?:\.\d+){3}$/.test(host)
  )
}
