import { createBrowserRouter, Navigate, type RouteObject } from 'react-router'
import { DashboardFailed, ScreenFailed } from '../parts/error-boundary.tsx'
import { FirstSeen } from './first-seen.tsx'
import { Frame } from './frame.tsx'
import { NotHere } from './not-here.tsx'
import { SignedIn } from './signed-in.tsx'

/** Screens that want nobody signed in; each loads when it is opened. */
const outside: RouteObject[] = [
  { path: 'sign-in', lazy: () => import('../screens/signing-in/sign-in.tsx') },
  { path: 'forgotten-password', lazy: () => import('../screens/signing-in/forgotten-password.tsx') },
  { path: 'reset-password', lazy: () => import('../screens/signing-in/reset-password.tsx') },
  { path: 'accept-invitation', lazy: () => import('../screens/signing-in/accept-invitation.tsx') },
  { path: 'help', lazy: () => import('../screens/help/help.tsx') },
]

const besideOrders = () => import('../screens/orders/beside.ts')

/** Screens inside the dashboard. One that is added has its line here and, where it has a place, in navigation.ts. */
const inside: RouteObject[] = [
  { index: true, lazy: () => import('../screens/home/home.tsx') },
  { path: 'pay', element: <Navigate to="/pay/requests" replace /> },
  {
    path: 'pay/requests',
    lazy: () => import('../screens/requests/requests.tsx'),
    children: [
      { path: 'new', lazy: () => import('../screens/requests/new-request.tsx') },
      { path: 'new/detailed', lazy: () => import('../screens/requests/detailed-request.tsx') },
      { path: ':id', lazy: () => import('../screens/requests/request.tsx') },
    ],
  },
  {
    path: 'pay/payments',
    lazy: () => import('../screens/payments/payments.tsx'),
    children: [{ path: ':row/:id', lazy: () => import('../screens/requests/request.tsx') }],
  },
  { path: 'pay/receive', lazy: () => import('../screens/receive/receive.tsx') },
  { path: 'pay/books', lazy: () => import('../screens/books/books.tsx') },
  { path: 'pay/tenders', lazy: () => import('../screens/tenders/tenders.tsx') },
  { path: 'pay/wires', lazy: () => import('../screens/wires/wires.tsx') },
  {
    path: 'pay/refunds',
    lazy: () => import('../screens/payments/refunds.tsx'),
    children: [{ path: ':row/:id', lazy: () => import('../screens/requests/request.tsx') }],
  },
  {
    path: 'pay/deposits',
    lazy: () => import('../screens/deposits/deposits.tsx'),
    children: [{ path: ':id', lazy: () => import('../screens/deposits/deposit.tsx') }],
  },
  { path: 'pay/sends/:id?', lazy: () => import('../screens/bulk/bulk.tsx') },
  {
    path: 'customers',
    lazy: () => import('../screens/customers/customers.tsx'),
    children: [
      { path: 'new', lazy: () => import('../screens/customers/new-customer.tsx') },
      { path: 'import', lazy: () => import('../screens/customers/import-customers.tsx') },
      { path: ':id', lazy: () => import('../screens/customers/customer.tsx') },
      { path: ':id/edit', lazy: () => import('../screens/customers/edit-customer.tsx') },
    ],
  },
  {
    path: 'invoices',
    lazy: () => import('../screens/invoices/invoices.tsx'),
    children: [
      { path: 'new', lazy: () => import('../screens/invoices/new-invoice.tsx') },
      { path: 'import', lazy: () => import('../screens/invoices/import-invoices.tsx') },
      { path: ':id', lazy: () => import('../screens/invoices/invoice.tsx') },
      { path: ':id/edit', lazy: () => import('../screens/invoices/edit-invoice.tsx') },
    ],
  },
  { path: 'invoices/automatic', lazy: () => import('../screens/schedules/schedules.tsx') },
  { path: 'invoices/aging', lazy: () => import('../screens/aging/aging.tsx') },
  {
    path: 'orders',
    lazy: () => import('../screens/orders/orders.tsx'),
    children: [
      { path: 'new', lazy: () => besideOrders().then(({ NewOrder: Component }) => ({ Component })) },
      { path: ':id', lazy: () => besideOrders().then(({ ShownOrder: Component }) => ({ Component })) },
      { path: ':id/edit', lazy: () => besideOrders().then(({ EditOrder: Component }) => ({ Component })) },
    ],
  },
  {
    path: 'orders/products',
    lazy: () => besideOrders().then(({ Catalogue: Component }) => ({ Component })),
  },
  { path: 'settings', lazy: () => import('../screens/settings/overview/overview.tsx') },
  { path: 'settings/links', lazy: () => import('../screens/settings/links/links.tsx') },
  { path: 'settings/templates', lazy: () => import('../screens/settings/templates/templates.tsx') },
  { path: 'settings/templates/new', lazy: () => import('../screens/settings/templates/template.tsx') },
  { path: 'settings/templates/:id', lazy: () => import('../screens/settings/templates/template.tsx') },
  { path: 'settings/thank-you', lazy: () => import('../screens/settings/templates/thank-you.tsx') },
  { path: 'settings/reminders', lazy: () => import('../screens/settings/reminders/reminders.tsx') },
  { path: 'settings/staff', lazy: () => import('../screens/settings/staff/staff.tsx') },
  { path: 'settings/roles', lazy: () => import('../screens/settings/staff/roles.tsx') },
  { path: 'settings/api-keys', lazy: () => import('../screens/settings/access/api-keys.tsx') },
  { path: 'settings/audit-trail', lazy: () => import('../screens/settings/access/audit-trail.tsx') },
  { path: 'settings/suppressed', lazy: () => import('../screens/settings/access/suppressions.tsx') },
  { path: 'settings/company', lazy: () => import('../screens/settings/company/company.tsx') },
  {
    path: 'settings/payments-account',
    lazy: () => import('../screens/settings/company/payments-account.tsx'),
  },
  { path: 'settings/account', lazy: () => import('../screens/settings/account/account.tsx') },
]

export const router = createBrowserRouter([
  {
    Component: Frame,
    ErrorBoundary: DashboardFailed,
    HydrateFallback: FirstSeen,
    children: [
      ...outside.map((route) => ({ ...route, ErrorBoundary: ScreenFailed })),
      {
        Component: SignedIn,
        ErrorBoundary: ScreenFailed,
        children: [
          ...inside.map((route) => ({ ...route, ErrorBoundary: ScreenFailed })),
          { path: '*', Component: NotHere },
        ],
      },
    ],
  },
])
