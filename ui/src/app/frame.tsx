import { Outlet } from 'react-router'
import { useSessionQuery } from '../api/session.ts'
import { ShortcutProvider } from '../parts/shortcuts.tsx'
import { ToastProvider } from '../parts/toasts.tsx'
import { LanguageProvider } from '../words/index.ts'

/** Around every screen: the language of the browser, toasts and shortcuts. */
export function Frame() {
  const { data: session } = useSessionQuery()
  return (
    <LanguageProvider currency={session?.company.currency} timeZone={session?.company.time_zone}>
      <ToastProvider>
        <ShortcutProvider>
          <Outlet />
        </ShortcutProvider>
      </ToastProvider>
    </LanguageProvider>
  )
}
