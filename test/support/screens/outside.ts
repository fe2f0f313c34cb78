import type { Screens } from './screen.ts'

/** Screens that want nobody signed in. */
export function outsideScreens(invitation: string): Screens {
  const root = 'body'
  return {
    'sign-in': { route: '/sign-in', path: 'sign-in', shown: 'form', root },
    'forgotten-password': { route: '/forgotten-password', path: 'forgotten-password', shown: 'form', root },
    'reset-password': { route: '/reset-password', path: 'reset-password?token=x', shown: 'form', root },
    'accept-invitation': { route: '/accept-invitation', path: invitation, shown: 'form', root },
    'accept-invitation-over': {
      route: '/accept-invitation',
      path: 'accept-invitation?token=x',
      shown: '[role=alert]',
      root,
    },
    help: {
      route: '/help',
      path: 'help',
      shown: 'summary',
      root,
      before: (page) => page.locator('summary').nth(7).click(),
    },
  }
}
