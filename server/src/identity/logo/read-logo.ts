import { WorkerThreads } from '../../lib/worker-threads.ts'
import type { DrawnLogo } from './draw-logo.ts'
import { LogoNotRead, LogoUnreadable } from './errors.ts'
import { readPictureHead } from './picture-head.ts'

export type LogoAnswer = { readonly logo: DrawnLogo } | { readonly unreadable: string }

const readers = new WorkerThreads<Uint8Array, LogoAnswer>({
  script: new URL('./logo-worker.ts', import.meta.url),
  threads: 1,
  timeLimitMs: 60_000,
  memoryLimitMb: 512,
  failed: (reason) => new LogoNotRead(reason),
})

/**
 * Reads an uploaded PNG or JPEG and draws what is kept of it, outside the event loop. What is neither, or is too
 * large, is refused by its first bytes and never unpacked. Throws `LogoTypeRefused`, `LogoTooLarge`,
 * `LogoUnreadable`, `LogoNotRead`.
 */
export async function readLogo(file: Uint8Array): Promise<DrawnLogo> {
  readPictureHead(file)
  const answer = await readers.run(file)
  if ('unreadable' in answer) throw new LogoUnreadable(answer.unreadable)
  return answer.logo
}
