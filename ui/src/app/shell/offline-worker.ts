import { useEffect } from 'react'

/** Lets the browser install the dashboard, and have a page of ours where there is no network. See public/dashboard. */
export function useOfflineWorker(): void {
  useEffect(() => {
    if (import.meta.env.DEV || !('serviceWorker' in navigator)) return
    // A private window refuses it; the dashboard works the same without.
    navigator.serviceWorker.register('/dashboard/worker.js', { scope: '/' }).catch(() => undefined)
  }, [])
}
