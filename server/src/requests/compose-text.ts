import { Type } from 'typebox'
import type { AppointmentId } from '../customers/index.ts'
import type { Db } from '../lib/db/index.ts'
import { InvalidRequest, NotFound } from '../lib/errors.ts'
import { fromWireId } from '../lib/ids.ts'
import { longText, wireId } from '../lib/schemas.ts'
import { type Language, languageOf } from '../lib/words.ts'
import {
  type FilledText,
  fillText,
  requireWhole,
  TemplateDoesNotFit,
  type TemplateKind,
  templateInLanguage,
  type Values,
} from '../messaging/index.ts'

/** What a sender wants to say: a template by its id, or words of their own. Variables work in both. */
export interface TextOrder {
  template: string | undefined
  message: string | undefined
  appointmentId: AppointmentId | undefined
  /** Sends `[ … ]` as they are. */
  allowBlanks: boolean
}

/** The same, as it stands in the body of a route. */
export const textFields = {
  template: Type.Optional(
    Type.String({
      maxLength: 100,
      description: 'The id of a template; sent in the customer’s language where it is written in both.',
    }),
  ),
  message: Type.Optional({
    ...longText,
    description: 'Words of your own in its place. `{ … }` is filled in.',
  }),
  appointment: Type.Optional(wireId('apt')),
  allow_blanks: Type.Optional(
    Type.Boolean({ description: 'Send `[ … ]` as they are. Else a text with one is refused.' }),
  ),
}

export function textOrder(body: {
  template?: string
  message?: string
  appointment?: string
  allow_blanks?: boolean
}): TextOrder {
  if (body.template !== undefined && body.message !== undefined) {
    throw new InvalidRequest('Give a template or a message, not both. Nothing was sent.', {
      field: 'message',
    })
  }
  const appointmentId = body.appointment === undefined ? undefined : fromWireId('apt', body.appointment)
  if (body.appointment !== undefined && appointmentId === undefined) throw new NotFound('appointment')
  return {
    template: body.template,
    message: body.message,
    appointmentId,
    allowBlanks: body.allow_blanks ?? false,
  }
}

/** A text that is ready to be sent, or to be looked at. */
export interface ComposedText {
  subject: FilledText | null
  body: FilledText
  /** The language that it was written in, where that is known. */
  language: Language | null
}

/** The ordered text with its variables filled; undefined where none was ordered. */
export async function composeText(
  db: Db,
  order: Pick<TextOrder, 'template' | 'message'>,
  options: { kinds: readonly TemplateKind[]; locale: string; values: Values; link: string },
): Promise<ComposedText | undefined> {
  const filled = (text: string) => fillText(text, { ...options.values, link: options.link })
  if (order.message !== undefined) return { subject: null, body: filled(order.message), language: null }
  if (order.template === undefined) return undefined
  const template = await templateInLanguage(db, order.template, languageOf(options.locale))
  if (template === undefined) throw new NotFound('template')
  if (!options.kinds.includes(template.kind)) {
    throw new TemplateDoesNotFit(
      `A template of the kind ${template.kind} does not fit here; one of these does: ${options.kinds.join(', ')}. Nothing was sent.`,
      { field: 'template' },
    )
  }
  return {
    // A link in a subject is no link, and would show its secret in every list of mail.
    subject: template.subject === null ? null : fillText(template.subject, options.values),
    body: filled(template.body),
    language: template.language,
  }
}

/** Throws where a text may not be sent (M3.15). */
export function requireSendable(text: ComposedText, order: Pick<TextOrder, 'allowBlanks'>): void {
  if (text.subject !== null) requireWhole(text.subject, order)
  requireWhole(text.body, order)
}

export function paragraphsOf(text: string): string[] {
  return text.split(/\n\s*\n/)
}
