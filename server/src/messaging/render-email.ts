import type { EmailContent } from './email-content.ts'
import { writeEmailHtml } from './email-layout-html.ts'
import { composeMessage, type RenderEmailOptions } from './email-layout-message.ts'
import { writeEmailText } from './email-layout-text.ts'

interface RenderedEmail {
  /** One line without control characters, at most 150 characters. */
  subject: string
  html: string
  text: string
}

/**
 * The same content and options give the same bytes, and anything in the content is text, never markup.
 * Throws where the button's address is not http or https.
 */
export function renderEmail(content: EmailContent, options: RenderEmailOptions): RenderedEmail {
  const message = composeMessage(content, options)
  return { subject: message.subject, html: writeEmailHtml(message), text: writeEmailText(message) }
}
