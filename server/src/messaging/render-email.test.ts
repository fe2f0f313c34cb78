import { simpleParser } from 'mailparser'
import { createTransport } from 'nodemailer'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { launchBrowser } from '../../../test/support/browser.ts'
import { describeWithSharedData, sharedJson } from '../../../test/support/shared-data.ts'
import type { EmailContent } from './email-content.ts'
import { renderEmail } from './render-email.ts'
import { openWatchedPage, SHOWN_TEXTS } from './testing/open-email.ts'
import { barest, englishRequest, everyField, frenchRequest } from './testing/sample-emails.ts'

const buttonUrl = 'https://pay.example/p/AAAAKdvVqo3gZ0a4fXk2mP9sQw8?a=1&b=2'
const english = { locale: 'en-US', buttonUrl, sandbox: false }
const french = { locale: 'fr-FR', buttonUrl, sandbox: true }
const NASTY = 'nasty/blns.json'

let browser: Browser
beforeAll(async () => {
  browser = await launchBrowser()
})
afterAll(() => browser?.close())

const collapse = (text: string) => text.replaceAll(/[ \n]+/g, ' ').trim()

/** A letter under a pile of marks is one letter to a browser, however wide the pile. */
const isBreakable = (text: string) =>
  [...new Intl.Segmenter().segment(text)].every(({ segment }) => segment.length <= 30)

/** Sent as nodemailer writes it, received as mailparser reads it. */
async function throughMail(content: EmailContent, options = english) {
  const { subject, html, text } = renderEmail(content, options)
  const mailer = createTransport({ streamTransport: true, buffer: true })
  const sent = await mailer.sendMail({ from: 'a@example.com', to: 'b@example.com', subject, html, text })
  return simpleParser(sent.message as Buffer, { skipHtmlToText: true, skipTextToHtml: true })
}

interface Opened {
  shown: string[]
  title: string
  /** What has no place in an e-mail: scripts, pictures, frames, forms, odd links. */
  foreign: string[]
  width: number
}
/** All that is asked of an open e-mail, asked at once. */
const OPENED = `({
  shown: ${SHOWN_TEXTS},
  title: document.querySelector('title').textContent,
  foreign: [...document.querySelectorAll('*')].filter((e) => /^(script|img|iframe|object|embed|svg|link|form|input|video|audio|base)$/i.test(e.localName) || [...e.attributes].some((a) => /^on/i.test(a.name) || (a.name === 'href' && !/^(https:|tel:|mailto:)/.test(a.value)))).map((e) => e.outerHTML),
  width: document.documentElement.scrollWidth,
})`

describeWithSharedData('every nasty string in every field', NASTY, () => {
  const strings = sharedJson<string[]>(NASTY).filter((text) => text.trim() !== '')

  test('is shown as it is, and runs, loads and opens nothing', { timeout: 120_000 }, async () => {
    const { page, incidents } = await openWatchedPage(browser, { viewport: { width: 320, height: 800 } })
    for (const text of strings) {
      const { html, subject } = renderEmail(
        everyField(() => text),
        english,
      )
      await page.setContent(html)
      const { shown, title, foreign, width } = await page.evaluate<Opened>(OPENED)
      expect(
        shown.map((each) => each.replaceAll(/^\n|\n$/g, '')),
        text,
      ).toEqual([...Array<string>(13).fill(text), `or open ${buttonUrl}`, ...Array<string>(5).fill(text)])
      expect(title).toBe(subject)
      expect(foreign, text).toEqual([])
      if (isBreakable(text)) expect(width, text).toBe(320)
    }
    expect(incidents).toEqual([])
    await page.close()
  })

  test('stands in the text part unescaped, and in no line that a mail program rewrites', () => {
    for (const text of strings) {
      const content = everyField((field) => `<${field}> ${text} </${field}>`)
      const part = renderEmail(content, english).text
      const shown = collapse(part)
      for (const field of [
        'heading',
        'amount',
        'paragraph',
        'label',
        'value',
        'first',
        'second',
        'cell',
        'figure',
        'total',
        'sum',
        'button',
        'closing',
        'name',
        'phone',
        'email',
        'address',
      ])
        expect(shown).toContain(collapse(`<${field}> ${text} </${field}>`))
      expect(part).toContain(`\n${buttonUrl}\n`)
      expect(part.split('\n').filter((line) => /^(From |>)| $/.test(line))).toEqual([])
    }
  })

  test('in the subject adds no header, and the mail arrives as it was rendered', {
    timeout: 120_000,
  }, async () => {
    const headers = [...(await throughMail(englishRequest)).headers.keys()]
    for (const text of strings) {
      const content = { ...englishRequest, subject: text, paragraphs: [text] }
      const received = await throughMail(content)
      const rendered = renderEmail(content, english)
      expect([...received.headers.keys()]).toEqual(headers)
      expect(received.subject).toBe(rendered.subject)
      expect(received.html).toBe(rendered.html)
    }
  })
})

test('a text that looks like the layout’s own marks, tags and entities is only text', async () => {
  const text =
    '[[subject]] [[#button]] {{url}} <mj-text>&lt;b&gt; <!--[if mso]> --> ]]> &nbsp; </title></style>'
  const { page } = await openWatchedPage(browser)
  await page.setContent(renderEmail({ ...englishRequest, heading: text, subject: text }, english).html)
  expect(await page.locator('h1').textContent()).toBe(text)
  expect(await page.title()).toBe(text)
  await page.close()
})

test('line breaks stay line breaks on both sides', async () => {
  const content = { ...barest, paragraphs: ['one\r\ntwo\rthree\nfour'] }
  const { html, text } = renderEmail(content, english)
  expect(html).toContain('one<br>two<br>three<br>four')
  expect(text).toContain('\n\none\ntwo\nthree\nfour\n')
})

describe('the subject', () => {
  const subjectOf = (subject: string) => renderEmail({ ...englishRequest, subject }, english).subject

  test('is one line: breaks and control characters cannot begin a header', async () => {
    const attack = 'Paid\r\nBcc: thief@example.com\n\n<html>\u2028x\u0000y\u0085z'
    expect(subjectOf(attack)).toBe('Paid Bcc: thief@example.com <html> x y z')
    const received = await throughMail({ ...englishRequest, subject: attack })
    expect(received.bcc).toBeUndefined()
    expect(received.subject).toBe(subjectOf(attack))
  })

  test('is cut at 150 characters, none of them in two', () => {
    const cut = subjectOf('💐'.repeat(400))
    expect([...cut]).toHaveLength(150)
    expect(cut.isWellFormed()).toBe(true)
    expect(cut.endsWith('💐…')).toBe(true)
  })

  test('is the heading where there is none', () => {
    expect(subjectOf('\r\n')).toBe('Invoice INV-1042')
  })
})

describe('the button', () => {
  test('opens the link, which also stands beneath it', () => {
    const { html, text } = renderEmail(englishRequest, english)
    const address = buttonUrl.replaceAll('&', '&#38;').replaceAll('=', '&#61;')
    expect(html.split(`href="${address}"`)).toHaveLength(3)
    expect(html).toContain(`>${address}</a>`)
    expect(text).toContain(`Pay $1,240.50:\n${buttonUrl}\n`)
  })

  test('is absent without a link, and without a label', () => {
    for (const { html, text } of [
      renderEmail(englishRequest, { ...english, buttonUrl: undefined }),
      renderEmail({ ...englishRequest, button: undefined }, english),
    ]) {
      expect(html).not.toContain('or open')
      expect(html).not.toContain('https:')
      expect(html).not.toContain('Pay $1,240.50')
      expect(text).not.toContain('https:')
      expect(text).not.toContain('Pay $1,240.50')
    }
  })

  test.each(['javascript:alert(1)', 'data:text/html,x', '/p/relative', 'https://'])('refuses %s', (url) => {
    expect(() => renderEmail(englishRequest, { ...english, buttonUrl: url })).toThrow('button')
  })
})

test('what is absent or blank leaves nothing behind', async () => {
  const blank = {
    ...barest,
    amount: ' ',
    facts: [],
    table: { columns: [], rows: [] },
    paragraphs: [''],
    button: '',
  }
  const { html, text } = renderEmail(barest, english)
  expect(renderEmail(blank, english)).toEqual({ subject: 'Paid. Thank you.', html, text })
  const { page } = await openWatchedPage(browser)
  await page.setContent(html)
  expect(await page.evaluate(SHOWN_TEXTS)).toEqual(['Rosa Blooms', 'Paid. Thank you.'])
  expect(text).toBe('Rosa Blooms\n\nPaid. Thank you.\n')
  expect(html).not.toMatch(/\[\[|undefined|null/)
  await page.close()
})

test('speaks the language of the locale and declares it', () => {
  const { html, text } = renderEmail(frenchRequest, french)
  expect(html).toContain('<html lang="fr-FR" dir="ltr"')
  expect(html).toContain('ou ouvrez')
  expect(html).toContain('Mode test.')
  expect(text).toContain('Mode test. Ceci est un message d’essai\u00a0: aucun argent ne circule.')
  expect(text).toContain('Échéance\u00a0:')
  expect(renderEmail(englishRequest, { ...english, sandbox: true }).html).toContain('Test mode.')
  expect(renderEmail(englishRequest, english).html).not.toContain('Test mode.')
})

test('the foot dials and writes, and leaves what is no number or address as text', () => {
  const footOf = (phone: string, email: string) =>
    renderEmail({ ...barest, seller: { name: 'R', addressLines: [], phone, email } }, english).html
  expect(footOf('+33 (0)1 86 65 00 42', 'a+b@x.example')).toMatch(
    /href="tel:\+33186650042".*href="mailto:a%2Bb@x\.example"/s,
  )
  expect(footOf('(212) 555-0100 ext. 12', 'a?bcc=b@x.example')).toMatch(
    /tel:2125550100".*mailto:a%3Fbcc%3Db@x\.example/s,
  )
  expect(footOf('ask Rosa', 'at the counter')).not.toContain('href')
})

test('the same content gives the same bytes, none of them for another host', () => {
  const once = renderEmail(englishRequest, english)
  expect(renderEmail(structuredClone(englishRequest), english)).toEqual(once)
  expect(renderEmail(englishRequest, { ...english, buttonUrl: undefined }).html).not.toMatch(
    /(src|href|background)="http|url\(|@import/,
  )
})
