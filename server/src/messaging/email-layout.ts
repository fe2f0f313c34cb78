import mjml2html from 'mjml'
import { EMAIL_LAYOUT_MJML } from './email-layout-source.ts'
import { parseTemplate, type Template } from './email-layout-template.ts'

/**
 * Compiled when this module is first imported, which takes the better part of a second: what sends mail
 * imports it when it first has one to send.
 */
export const emailLayout: Template = await compileLayout()

async function compileLayout(): Promise<Template> {
  // No fonts: MJML would link its default one from another host.
  const { html } = await mjml2html(EMAIL_LAYOUT_MJML, { validationLevel: 'strict', fonts: {} })
  return parseTemplate(html.replaceAll(/\n\s*/g, '\n'))
}
