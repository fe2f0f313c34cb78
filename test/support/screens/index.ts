import { customerScreens } from './customers.ts'
import { invoiceScreens } from './invoices.ts'
import { orderScreens } from './orders.ts'
import { payScreens } from './pay.ts'
import type { Screens, Shown } from './screen.ts'
import { settingScreens } from './settings.ts'
import { shellScreens } from './shell.ts'

/** Every look at the inside of the dashboard, by the part of it that they belong to. */
export function insideScreens(shown: Shown): Readonly<Record<string, Screens>> {
  return {
    'Home and Pay': payScreens(shown),
    Customers: customerScreens(shown),
    Invoices: invoiceScreens(shown),
    'Order Entry': orderScreens(shown),
    Settings: settingScreens(shown),
    'what stands around': shellScreens(),
  }
}
