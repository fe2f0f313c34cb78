import { MantineProvider, useMantineColorScheme } from '@mantine/core'
import { type ReactNode, useEffect } from 'react'
import './fonts.css'
import './mantine.css'
import './colours.css'
import './base.css'
import { cssVariables, theme } from './theme.ts'

/** The look of everything inside, light or dark as the system says unless the person chose. */
export function ThemeProvider({ children }: { children: ReactNode }) {
  return (
    <MantineProvider
      theme={theme}
      cssVariablesResolver={cssVariables}
      defaultColorScheme="auto"
      getStyleNonce={() => styleNonce()}
    >
      <WindowColour />
      {children}
    </MantineProvider>
  )
}

/** The bar of the window around an installed dashboard has the colour of our own bar below it. */
function WindowColour() {
  const { colorScheme } = useMantineColorScheme()
  useEffect(() => {
    for (const meta of document.querySelectorAll<HTMLMetaElement>('meta[name="theme-color"]')) {
      const isDark = colorScheme === 'auto' ? meta.media.includes('dark') : colorScheme === 'dark'
      meta.content = isDark ? '#172027' : '#ffffff'
    }
  }, [colorScheme])
  return null
}

/** The answer's own nonce, which its content security policy asks of style elements. */
function styleNonce(): string {
  return document.querySelector<HTMLMetaElement>('meta[property="csp-nonce"]')?.nonce ?? ''
}

// Modal's scroll lock writes a style element of its own, and asks for the nonce by this name.
Object.assign(globalThis, { __webpack_nonce__: styleNonce() })
