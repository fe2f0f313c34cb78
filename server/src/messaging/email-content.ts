/**
 * What an e-mail says, before it has a form: kept with the message, rendered when it is sent. All of it is
 * plain text in the recipient's language. It never holds a link's token: the button's address is the message's
 * own link, made when it is sent.
 */
export interface EmailContent {
  subject: string
  /** The line that mail programs show beside the subject. */
  preview: string
  heading: string
  paragraphs: string[]
  /** The one large figure, formatted. */
  amount?: string | undefined
  facts?: { label: string; value: string }[] | undefined
  table?: EmailTable | undefined
  /** What the button does, and for how much: `Pay $1,240.50`. It opens the message's link. */
  button?: string | undefined
  closing: string[]
  seller: { name: string; phone?: string | undefined; email?: string | undefined; addressLines: string[] }
}

export interface EmailTable {
  columns: { label: string; align: 'left' | 'right' }[]
  rows: string[][]
  total?: { label: string; value: string } | undefined
}
