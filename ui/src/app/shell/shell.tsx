import { lazy, Suspense } from 'react'
import { Outlet } from 'react-router'
import { useAttended } from '../../api/attended.ts'
import { useLive } from '../../api/live.ts'
import { useSession } from '../../api/session.ts'
import { useSigningInAgain } from '../../api/signing-in-again.ts'
import { ConnectionBanner } from '../../parts/connection-banner.tsx'
import { UnsavedProvider } from '../../parts/unsaved.tsx'
import { defineWords, useWords } from '../../words/index.ts'
import { BottomBar } from './bottom-bar.tsx'
import { Elsewhere } from './elsewhere.tsx'
import { Navigation } from './navigation.tsx'
import { useOfflineWorker } from './offline-worker.ts'
import styles from './shell.module.css'
import { TopBar } from './top-bar.tsx'

const SignInAgain = lazy(async () => ({ default: (await import('./sign-in-again.tsx')).SignInAgain }))

const words = defineWords({
  en: { skip: 'Skip to the content', notices: 'Notices', sandbox: 'Sandbox: no real money moves here.' },
  fr: {
    skip: 'Aller au contenu',
    notices: 'Avis',
    sandbox: 'Bac à sable\u00a0: aucun argent réel ne circule ici.',
  },
})

/** What stands around every screen of whoever is signed in. */
export function Shell() {
  const say = useWords(words)
  const { company } = useSession()
  const isSigningInAgain = useSigningInAgain()
  useLive()
  useAttended()
  useOfflineWorker()
  return (
    <UnsavedProvider>
      <div className={styles.shell}>
        <a className={styles.skip} href="#content">
          {say('skip')}
        </a>
        <section className={styles.bands} aria-label={say('notices')}>
          {company.sandbox && <p className={styles.band}>{say('sandbox')}</p>}
          <ConnectionBanner />
        </section>
        <TopBar />
        <Navigation />
        <main id="content" tabIndex={-1} className={styles.content}>
          <Outlet />
        </main>
        <BottomBar />
        <Elsewhere />
        {isSigningInAgain && (
          <Suspense>
            <SignInAgain />
          </Suspense>
        )}
      </div>
    </UnsavedProvider>
  )
}
