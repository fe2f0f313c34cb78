import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { launchBrowser } from '../../../test/support/browser.ts'
import type { EmailContent } from './email-content.ts'
import { renderEmail } from './render-email.ts'
import { emailAxeFaults, openWatchedPage } from './testing/open-email.ts'
import { barest, englishRequest, frenchRequest } from './testing/sample-emails.ts'

const english = {
  locale: 'en-US',
  buttonUrl: 'https://pay.example/p/AAAAKdvVqo3gZ0a4fXk2mP9sQw8',
  sandbox: false,
}
const french = { ...english, locale: 'fr-FR', sandbox: true }
const bigFigures: EmailContent = {
  ...frenchRequest,
  heading: 'Great figures',
  amount: '1\u202f240\u202f500\u202f000,00\u00a0FCFA',
  table: {
    columns: frenchRequest.table?.columns ?? [],
    rows: [
      [
        'Anticonstitutionnellement',
        '1\u202f000,000',
        '1\u202f240\u202f500,00\u00a0FCFA',
        '1\u202f240\u202f500\u202f000,00\u00a0FCFA',
      ],
    ],
    total: { label: 'Total', value: '1\u202f240\u202f500\u202f000,00\u00a0FCFA' },
  },
}

let browser: Browser
beforeAll(async () => {
  browser = await launchBrowser()
})
afterAll(() => browser?.close())

describe('in a browser', () => {
  test.each([englishRequest, frenchRequest, barest, bigFigures])(
    '$heading fits narrow, middling and wide windows, loads nothing, and has no fault that axe finds, in light and dark',
    async (content) => {
      const { page, incidents } = await openWatchedPage(browser)
      await page.setContent(renderEmail(content, content === frenchRequest ? french : english).html)
      for (const width of [320, 600, 1000]) {
        await page.setViewportSize({ width, height: 800 })
        expect(await page.evaluate('document.documentElement.scrollWidth'), `${width} px`).toBe(width)
        for (const colorScheme of ['light', 'dark'] as const) {
          await page.emulateMedia({ colorScheme })
          expect(await emailAxeFaults(page), `${width} px, ${colorScheme}`).toEqual([])
        }
      }
      expect(incidents).toEqual([])
      await page.close()
    },
  )

  test('every table says whether it holds data, and the preview line is the first text and hidden', async () => {
    const { page } = await openWatchedPage(browser)
    await page.setContent(renderEmail(englishRequest, english).html)
    expect(await page.evaluate(`document.querySelectorAll('table:not([role])').length`)).toBe(0)
    expect(await page.evaluate('document.body.textContent.trim()')).toMatch(/^\$1,240\.50 due Mon 30 Nov\./)
    expect(await page.getByText('Pay by card in a minute').isVisible()).toBe(false)
    await page.close()
  })
})
