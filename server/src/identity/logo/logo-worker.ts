import { answerTasks } from '../../lib/answer-tasks.ts'
import { drawLogo } from './draw-logo.ts'
import { LogoUnreadable } from './errors.ts'
import type { LogoAnswer } from './read-logo.ts'

answerTasks((file: Uint8Array): LogoAnswer => {
  try {
    return { logo: drawLogo(file) }
  } catch (error) {
    // An error loses its class on the way out of a thread.
    if (error instanceof LogoUnreadable) return { unreadable: error.why }
    throw error
  }
})
