import type { Appearance } from '@stripe/stripe-js'

type Variables = NonNullable<Appearance['variables']>

/** The variables of the appearance that the element honours, as its style sheet calls them. */
const honoured: { [V in keyof Variables]?: { property: string; like: string } } = {
  borderRadius: { property: '--radius', like: 'border-radius' },
  colorBackground: { property: '--background', like: 'color' },
  colorDanger: { property: '--danger', like: 'color' },
  colorPrimary: { property: '--primary', like: 'color' },
  colorText: { property: '--text', like: 'color' },
  colorTextPlaceholder: { property: '--placeholder', like: 'color' },
  colorTextSecondary: { property: '--quiet', like: 'color' },
  fontFamily: { property: '--font', like: 'font-family' },
  fontSizeBase: { property: '--size', like: 'font-size' },
}

/** Dresses the frame; a value that is no CSS value of its kind is left out. */
export function applyAppearance(appearance: Appearance): void {
  const root = document.documentElement
  root.dataset.theme = appearance.theme === 'night' ? 'night' : 'day'
  root.dataset.labels = appearance.labels === 'floating' ? 'floating' : 'above'
  for (const [variable, how] of Object.entries(honoured)) {
    const value = appearance.variables?.[variable as keyof Variables]
    if (typeof value === 'string' && CSS.supports(how.like, value))
      root.style.setProperty(how.property, value)
    else root.style.removeProperty(how.property)
  }
}
