/**
 * The layout of every e-mail, in MJML. `[[slot]]` is filled with escaped text, and what stands between
 * `[[#block]]` and `[[/block]]` is written once per item of the block, or not at all: see
 * email-layout-template.ts. No user's text ever passes through MJML.
 */

const FONT = "Inter, -apple-system, 'Segoe UI', Roboto, Helvetica, Arial, sans-serif"

/** Inline styles are the light face, which every mail program understands; the dark face overrides them. */
const DARK = [
  ['.ground, .ground > div', 'background:#0b110f !important;background-color:#0b110f !important'],
  [
    '.card, .card > table, .card > table > tbody > tr > td',
    'background:#131b18 !important;background-color:#131b18 !important;border-color:#5fd0a5 !important',
  ],
  // Drawn for white: so it keeps its white ground.
  [
    '.logo',
    'background:#ffffff !important;background-color:#ffffff !important;border:4px solid #ffffff !important;border-radius:6px',
  ],
  ['.ink, .ink td, .ink th', 'color:#e9efec !important'],
  ['.quiet, .quiet td, .quiet th, .quiet a', 'color:#a9b7b1 !important'],
  ['.rule, .rule td, .rule th', 'border-color:#2b3833 !important'],
  ['.accent, .quiet .accent', 'color:#5fd0a5 !important'],
  [
    '.notice, .notice > table, .notice > table > tbody > tr > td',
    'background:#33270a !important;background-color:#33270a !important;border-color:#e0a83a !important',
  ],
  ['.notice p', 'color:#f7dfa5 !important'],
  [
    '.button td, .button a',
    'background:#5fd0a5 !important;background-color:#5fd0a5 !important;color:#06231a !important',
  ],
] as const

const dark = (prefix: string): string =>
  DARK.map(([selectors, rules]) => `${selectors.replaceAll(/(^|, )\./g, `$1${prefix}.`)} { ${rules} }`).join(
    '\n',
  )

const STYLE = `
:root { color-scheme: light dark; supported-color-schemes: light dark; }
a[x-apple-data-detectors] { color: inherit !important; text-decoration: none !important; }
@media (max-width: 480px) {
  .slim .cell, .wide .cell { font-size: 14px !important; }
  .wide td, .wide th { white-space: normal !important; word-break: break-word !important; overflow-wrap: anywhere !important; }
  .row { padding-left: 20px !important; padding-right: 20px !important; }
  .button, .button > table { width: 100% !important; }
  .button > table a { display: block !important; }
}
@media (max-width: 359px) {
  .amount { font-size: 30px !important; line-height: 38px !important; }
  .slim .cell { font-size: 13px !important; }
  .slim tr > * + * { padding-left: 6px !important; }
}
@media (prefers-color-scheme: dark) { ${dark('')} }
${dark('[data-ogsc] ')}`

const HEAD_RAW = `
<meta name="color-scheme" content="light dark">
<meta name="supported-color-schemes" content="light dark">
<meta name="format-detection" content="telephone=no, date=no, address=no, email=no, url=no">
<meta name="x-apple-disable-message-reformatting">
<!--[if mso]><style>p, h1, td, th, a { font-family: 'Segoe UI', Arial, sans-serif !important; }</style><![endif]-->`

/** Without it some programs go on reading into the message after a short preview line. */
const PREVIEW_FILLER = '&#847;&zwnj;&nbsp;'.repeat(60)

const BREAK_ANYWHERE = 'word-break:break-word;overflow-wrap:anywhere'
const FIGURES = 'font-variant-numeric:tabular-nums'
const P = 'margin:0;font-size:16px;line-height:24px'
const SMALL = 'margin:0;font-size:13px;line-height:20px'
const CELL = 'font-size:15px;line-height:22px;border-bottom:1px solid #e2e8f0'
const TABLE =
  'width="100%" cellpadding="0" cellspacing="0" border="0" style="width:100%;border-collapse:collapse"'

const row = (block: string, paddingTop: number, inner: string): string => `
  <mj-raw>[[#${block}]]</mj-raw>
  <mj-text css-class="row" padding="${paddingTop}px 32px 0">${inner}</mj-text>
  <mj-raw>[[/${block}]]</mj-raw>`

/** The seller's name stands below it in words, so it says nothing to who cannot see it. */
const LOGO =
  '<img class="logo" src="[[source]]" width="[[width]]" height="[[height]]" alt="" style="display:block;border:0;width:[[width]]px;height:[[height]]px">'

const FACTS = `
<table role="table" ${TABLE}><tbody>[[#facts]]<tr class="rule">
  <th scope="row" class="quiet" align="left" valign="top" style="${CELL};padding:8px 16px 8px 0;width:40%;font-weight:400;color:#475569;text-align:left;${BREAK_ANYWHERE}">[[label]]</th>
  <td class="ink" align="right" valign="top" style="${CELL};padding:8px 0;font-weight:500;text-align:right;${FIGURES};${BREAK_ANYWHERE}"><span dir="auto">[[value]]</span></td>
</tr>[[/facts]]</tbody></table>`

const columnHead = (tag: 'th' | 'td'): string =>
  `<${tag}${tag === 'th' ? ' scope="col"' : ''} class="quiet" align="[[align]]" valign="bottom" style="font-size:13px;line-height:20px;padding:0 0 6px [[gap]]px;border-bottom:1px solid #94a3b8;font-weight:500;color:#475569;text-align:[[align]];[[wrap]]">[[label]]</${tag}>`

const LINES = `
<table role="table" class="[[size]]" ${TABLE}>
[[#head]]<thead><tr class="rule">[[#columns]][[#named]]${columnHead('th')}[[/named]][[#unnamed]]${columnHead('td')}[[/unnamed]][[/columns]]</tr></thead>[[/head]]
<tbody>[[#rows]]<tr class="rule">[[#cells]]<td class="ink cell" align="[[align]]" valign="top" style="${CELL};padding:10px 0 10px [[gap]]px;text-align:[[align]];${FIGURES};[[wrap]]"><span dir="auto">[[text]]</span></td>[[/cells]]</tr>[[/rows]]</tbody>
[[#total]]<tfoot><tr>
  <th scope="row" class="ink" colspan="[[span]]" align="left" valign="top" style="font-size:16px;line-height:24px;padding:12px 0 0;font-weight:600;color:#0f172a;text-align:left;${BREAK_ANYWHERE}">[[label]]</th>
  <td class="ink" align="right" valign="top" style="font-size:16px;line-height:24px;padding:12px 0 0 12px;font-weight:700;color:#0f172a;text-align:right;${FIGURES};[[wrap]]">[[value]]</td>
</tr></tfoot>[[/total]]
</table>`

const BUTTON = `
  <mj-raw>[[#button]]</mj-raw>
  <mj-button css-class="row button" href="[[url]]" align="left" padding="28px 32px 0" inner-padding="14px 28px" font-size="16px" font-weight="600" line-height="24px" border-radius="8px" background-color="#0b6b4f" color="#ffffff" target="_blank">[[label]]</mj-button>
  <mj-text css-class="row" padding="12px 32px 0"><p class="quiet" style="${SMALL};color:#475569">[[or_open]] <a class="accent" href="[[url]]" target="_blank" style="color:#0b6b4f;text-decoration:underline;word-break:break-all">[[url]]</a></p></mj-text>
  <mj-raw>[[/button]]</mj-raw>`

const FOOT = `
  <mj-raw>[[#foot]]</mj-raw>
  <mj-section padding="20px 0 0"><mj-column>
    <mj-text css-class="row" padding="0 32px">
      <p class="quiet" style="${SMALL};font-weight:600;color:#475569;${BREAK_ANYWHERE}"><span dir="auto">[[name]]</span></p>
      [[#address]]<p class="quiet" style="${SMALL};color:#475569;${BREAK_ANYWHERE}"><span dir="auto">[[line]]</span></p>[[/address]]
      [[#contacts]]<p class="quiet" style="margin:0;font-size:13px;line-height:28px;color:#475569;${BREAK_ANYWHERE}">[[#link]]<a href="[[href]]" style="color:#475569;text-decoration:underline">[[text]]</a>[[/link]][[#plain]]<span dir="auto">[[text]]</span>[[/plain]]</p>[[/contacts]]
    </mj-text>
  </mj-column></mj-section>
  <mj-raw>[[/foot]]</mj-raw>`

export const EMAIL_LAYOUT_MJML = `<mjml lang="[[lang]]" dir="ltr">
<mj-head>
  <mj-title>[[subject]]</mj-title>
  <mj-preview>[[preview]]${PREVIEW_FILLER}</mj-preview>
  <mj-raw>${HEAD_RAW}</mj-raw>
  <mj-style>${STYLE}</mj-style>
  <mj-attributes>
    <mj-all font-family="${FONT}" />
    <mj-text padding="0 32px" font-size="16px" line-height="24px" color="#0f172a" />
  </mj-attributes>
</mj-head>
<mj-body width="600px" background-color="#f1f6f4" css-class="ground">
  <mj-section padding="0"><mj-column><mj-spacer height="16px" /></mj-column></mj-section>
  <mj-raw>[[#sandbox]]</mj-raw>
  <mj-section css-class="notice" padding="10px 0" background-color="#fff3d6" border-left="4px solid #b46900"><mj-column>
    <mj-text css-class="row" padding="0 28px"><p style="margin:0;font-size:14px;line-height:20px;color:#6b3f00"><strong>[[title]]</strong> [[sentence]]</p></mj-text>
  </mj-column></mj-section>
  <mj-raw>[[/sandbox]]</mj-raw>
  <mj-section css-class="card" padding="28px 0 32px" background-color="#ffffff" border-top="4px solid #0b6b4f"><mj-column>
    <mj-raw>[[#logo]]</mj-raw>
    <mj-text css-class="row" padding="0 32px 12px">${LOGO}</mj-text>
    <mj-raw>[[/logo]]</mj-raw>
    ${row('seller', 0, `<p class="quiet" style="${P};font-weight:600;color:#475569;${BREAK_ANYWHERE}"><span dir="auto">[[text]]</span></p>`)}
    ${row('heading', 24, `<h1 class="ink" style="margin:0;font-size:20px;line-height:28px;font-weight:600;color:#0f172a;${BREAK_ANYWHERE}">[[text]]</h1>`)}
    ${row('amount', 4, `<p class="ink amount" style="margin:0;font-size:38px;line-height:46px;font-weight:700;color:#0f172a;${FIGURES};${BREAK_ANYWHERE}">[[text]]</p>`)}
    ${row('paragraphs', 16, `<p class="ink" style="${P};color:#0f172a;${BREAK_ANYWHERE}">[[text]]</p>`)}
    ${row('details', 20, FACTS)}
    ${row('table', 28, LINES)}
    ${BUTTON}
    ${row('closing', 16, `<p class="quiet" style="margin:0;font-size:14px;line-height:21px;color:#475569;${BREAK_ANYWHERE}">[[text]]</p>`)}
  </mj-column></mj-section>
  ${FOOT}
  <mj-section padding="0"><mj-column><mj-spacer height="32px" /></mj-column></mj-section>
</mj-body>
</mjml>`
