import {
  type CSSVariablesResolver,
  createTheme,
  defaultVariantColorsResolver,
  type VariantColorsResolver,
} from '@mantine/core'

/** The accent: a deep green on white, a light one on the dark ground. */
const GREEN = [
  '#e8f4ee',
  '#cfe8dc',
  '#a5d7c0',
  '#7ddcb5',
  '#4cc796',
  '#2a9a70',
  '#0f7d58',
  '#0b6b4b',
  '#085239',
  '#063d2b',
] as const
const SLATE = [
  '#f5f7f8',
  '#edf1f3',
  '#e2e8ec',
  '#d7dee3',
  '#a5b3bd',
  '#7b8a96',
  '#50606c',
  '#37454f',
  '#24313a',
  '#16222b',
] as const
const DARK = [
  '#e9eff3',
  '#a5b3bd',
  '#7a8a96',
  '#50606c',
  '#2d3a44',
  '#24303a',
  '#172027',
  '#0e1418',
  '#0a1014',
  '#06090b',
] as const

/** Of what is filled, in colours.css' words: `<Button color="danger">` is for what takes something away. */
const variantColors: VariantColorsResolver = (input) => {
  const { variant, color } = input
  const name = color === 'danger' ? 'failed' : 'accent'
  if (color !== undefined && color !== 'danger' && color !== 'green')
    return defaultVariantColorsResolver(input)
  if (variant === 'filled') {
    return {
      background: `var(--${name})`,
      hover: `var(--${name}-strong)`,
      color: `var(--on-${name})`,
      border: '1px solid transparent',
    }
  }
  if (variant === 'subtle')
    return {
      background: 'transparent',
      hover: 'var(--hover)',
      color: `var(--${name})`,
      border: '1px solid transparent',
    }
  return defaultVariantColorsResolver(input)
}

/** Mantine as faces.md wants it: small radii, a 4 px grid, 14 px, contrast that passes. */
export const theme = createTheme({
  primaryColor: 'green',
  primaryShade: { light: 7, dark: 4 },
  variantColorResolver: variantColors,
  colors: { green: [...GREEN], gray: [...SLATE], dark: [...DARK] },
  fontFamily: 'Inter, system-ui, -apple-system, "Segoe UI", Roboto, sans-serif',
  fontWeights: { regular: '400', medium: '600', bold: '600' },
  fontSizes: { xs: '12px', sm: '14px', md: '14px', lg: '16px', xl: '20px' },
  spacing: { xs: '8px', sm: '12px', md: '16px', lg: '24px', xl: '32px' },
  radius: { xs: '2px', sm: '4px', md: '6px', lg: '8px', xl: '12px' },
  defaultRadius: 'md',
  cursorType: 'pointer',
  respectReducedMotion: true,
  components: {
    Modal: { defaultProps: { centered: true, transitionProps: { duration: 120 } } },
    Menu: {
      defaultProps: {
        shadow: 'md',
        transitionProps: { duration: 100 },
        // It stands in the landmark that opens it, and holds nothing but its items.
        withinPortal: false,
        withInitialFocusPlaceholder: false,
      },
    },
    Tooltip: { defaultProps: { openDelay: 300, transitionProps: { duration: 100 } } },
  },
})

/** Mantine's own variables follow colours.css, so that there is one list of colours. */
export const cssVariables: CSSVariablesResolver = () => {
  const both = {
    '--mantine-color-body': 'var(--surface)',
    '--mantine-color-text': 'var(--text)',
    '--mantine-color-bright': 'var(--text)',
    '--mantine-color-dimmed': 'var(--quiet)',
    '--mantine-color-placeholder': 'var(--quiet)',
    '--mantine-color-anchor': 'var(--accent)',
    '--mantine-color-error': 'var(--failed)',
    '--mantine-color-default': 'var(--surface)',
    '--mantine-color-default-hover': 'var(--hover)',
    '--mantine-color-default-color': 'var(--text)',
    '--mantine-color-default-border': 'var(--edge)',
    '--mantine-shadow-md': 'var(--shadow)',
    '--mantine-shadow-xl': 'var(--shadow)',
    '--input-bd': 'var(--edge)',
    '--mantine-primary-color-filled': 'var(--accent)',
    '--mantine-primary-color-contrast': 'var(--on-accent)',
  }
  return { variables: {}, light: both, dark: both }
}
