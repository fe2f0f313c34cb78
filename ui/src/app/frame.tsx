import { VisuallyHidden } from '@mantine/core'
import { Outlet } from 'react-router'
import { useSessionQuery } from '../api/session.ts'
import { ShortcutProvider } from '../parts/shortcuts.tsx'
import { ToastProvider } from '../parts/toasts.tsx'
import { LanguageProvider } from '../words/index.ts'
import { useArrival } from './arrival.ts'

/** Around every screen: the language of the browser, toasts and shortcuts, and what a navigation led to. */
export function Frame() {
  const { data: session } = useSessionQuery()
  const said = useArrival(session?.company.name)
  return (
    <LanguageProvider currency={session?.company.currency} timeZone={session?.company.time_zone}>
      <ToastProvider>
        <ShortcutProvider>
          <Outlet />
          <VisuallyHidden role="status">{said}</VisuallyHidden>
        </ShortcutProvider>
      </ToastProvider>
    </LanguageProvider>
  )
}
