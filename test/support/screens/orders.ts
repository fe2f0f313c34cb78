import type { Screens, Shown } from './screen.ts'

const orders = { route: '/orders', path: 'orders', shown: 'tbody a' }

export function orderScreens({ order, orderPaid }: Shown): Screens {
  const unconfirmed = { route: '/orders/:id', path: `orders/${order}`, shown: 'article table' }
  const products = { route: '/orders/products', path: 'orders/products', shown: 'li button' }
  return {
    orders,
    'orders-none': { ...orders, path: 'orders?q=nothing-at-all', shown: 'h2' },
    order: { ...unconfirmed, path: `orders/${orderPaid}`, shown: 'article li a' },
    'order-pay': {
      ...unconfirmed,
      over: {
        of: 'screens/orders/pay-order.tsx',
        kind: 'dialog',
        by: (page) => page.locator('article button:has(.lucide-hand-coins)'),
        shown: '[type=radio]',
      },
    },
    'order-email': {
      ...unconfirmed,
      over: {
        of: 'parts/emailing/email-document.tsx',
        kind: 'dialog',
        by: (page) => page.locator('article button:has(.lucide-mail)'),
        shown: 'form',
      },
    },
    'order-confirm': {
      ...unconfirmed,
      over: {
        of: 'screens/orders/confirm-order.tsx',
        kind: 'dialog',
        by: (page) => page.locator('article button:has(.lucide-check)'),
      },
    },
    'order-cancel': {
      ...unconfirmed,
      over: {
        of: 'screens/orders/cancel-order.tsx',
        kind: 'dialog',
        by: (page) => page.locator('article button:has(.lucide-ban)'),
      },
    },
    'order-new': { route: '/orders/new', path: 'orders/new', shown: 'form' },
    'order-edit': { route: '/orders/:id/edit', path: `orders/${order}/edit`, shown: 'form' },
    products,
    'product-edit': {
      ...products,
      over: {
        of: 'screens/orders/catalogue/edit-product.tsx',
        kind: 'dialog',
        by: (page) => page.locator('li button').first(),
        shown: 'form',
      },
    },
  }
}
