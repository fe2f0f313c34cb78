import { existsSync } from 'node:fs'
import { type Browser, chromium } from 'playwright-core'
import { describe } from 'vitest'

/** The shell draws pages as the browser does, at two thirds of the work. */
const INSTALLED = ['/usr/bin/chromium-headless-shell', '/usr/bin/chromium']
const executablePath = [process.env.CHROMIUM_PATH, ...INSTALLED].find(
  (path) => path !== undefined && existsSync(path),
)

/** Chromium as it runs anywhere: as root, without a GPU, asking nobody on the network. */
export function launchBrowser(): Promise<Browser> {
  return chromium.launch({
    ...(executablePath === undefined ? {} : { executablePath }),
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
  })
}

/** A describe block that says so where this machine has no browser. */
export function describeWithBrowser(name: string, body: () => void): void {
  if (executablePath !== undefined) {
    describe(name, body)
    return
  }
  console.log(`skipped: no browser for ${name}`)
  describe.skip(`${name} (skipped: no browser)`, () => {})
}
