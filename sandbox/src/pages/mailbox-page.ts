import { html } from 'ghtml'
import type { MessageSummary, ReadMessage } from '../mail/read-message.ts'
import { layout } from './layout.ts'

type Mailbox = { messages: MessageSummary[]; hasMore: boolean; to: string; open: ReadMessage | null }

export function mailboxPage({ messages, hasMore, to, open }: Mailbox): string {
  const query = to ? `&to=${encodeURIComponent(to)}` : ''
  return layout(
    'mailbox',
    open ? open.summary.subject || 'Message' : 'Mailbox',
    html`<h1>Mailbox</h1>
<div class="row"><form method="get" action="/mailbox" class="row"><label>To <input name="to" type="email" value="${to}" placeholder="everyone"></label><button>Show</button></form>
<form method="post" action="/pages/mailbox/empty"><button>Empty the mailbox</button></form></div>
<div class="mailbox ${open ? 'reading' : ''}">
<ol class="messages" aria-label="Messages">!${messages.map(
      (message) =>
        html`<li !${open?.summary.id === message.id ? 'class="open"' : ''}><a href="/mailbox?id=${message.id}!${query}"><strong>${message.subject || '(no subject)'}</strong><span>${message.to.join(', ')}</span><span class="quiet">${message.from} · ${message.date.replace('T', ' ').slice(0, 16)}${message.attachments.length > 0 ? ` · ${message.attachments.length} attached` : ''}</span></a></li>`,
    )}!${messages.length === 0 ? html`<li class="empty">No mail yet. Whatever is sent to this sandbox’s SMTP port arrives here.</li>` : ''}
!${hasMore ? html`<li class="empty"><a href="/mailbox?after=${messages.at(-1)?.id ?? ''}!${query}">Older</a></li>` : ''}</ol>
!${open ? reader(open) : html`<p class="reader quiet">Choose a message to read it.</p>`}
</div>`,
  )
}

function reader({ summary, html: body }: ReadMessage): string {
  const at = `/mailbox/messages/${summary.id}`
  return html`<article class="reader">
<h2>${summary.subject || '(no subject)'}</h2>
<dl><dt>From</dt><dd>${summary.from}</dd><dt>To</dt><dd>${summary.to.join(', ')}</dd><dt>Date</dt><dd>${summary.date}</dd><dt>Message-ID</dt><dd>${summary.message_id}</dd></dl>
<p class="row">!${summary.attachments.map(
    (attachment, n) =>
      html`<a class="attachment" target="_blank" href="${at}/attachments/${n}">${attachment.filename ?? `Attachment ${n + 1}`} <span class="quiet">${attachment.content_type}, ${Math.ceil(attachment.size / 1024)} KB</span></a>`,
  )}<a target="_blank" href="${at}/html">HTML alone</a><a target="_blank" href="${at}/raw">Raw</a></p>
!${body === null ? '' : html`<iframe title="Message" src="${at}/html" sandbox="allow-popups allow-popups-to-escape-sandbox"></iframe>`}
<details !${body === null ? 'open' : ''}><summary>Plain text</summary><pre>${summary.text}</pre></details>
</article>`
}
