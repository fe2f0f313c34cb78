import { lazy, type ReactNode, Suspense, useCallback, useEffect, useMemo, useRef, useState } from 'react'
import { useBlocker } from 'react-router'
import { defineWords, useWords } from '../words/index.ts'
import { HoldingContext } from './holding.ts'
import { whenIdle } from './when-idle.ts'

const importConfirm = () => import('./confirm.tsx')
const Confirm = lazy(async () => ({ default: (await importConfirm()).Confirm }))

const words = defineWords({
  en: {
    title: 'Leave without saving?',
    text: 'What you typed or changed here and did not save is lost.',
    leave: 'Leave without saving',
  },
  fr: {
    title: 'Partir sans enregistrer\u00a0?',
    text: 'Ce que vous avez saisi ou changé ici sans l’enregistrer sera perdu.',
    leave: 'Partir sans enregistrer',
  },
})

/**
 * Asks before something that a person filled in is lost: going to another screen, closing the tab, or what else asks
 * `useMayLeave`. A screen that has saved goes on with `replace`, which is not asked about.
 */
export function UnsavedProvider({ children }: { children: ReactNode }) {
  const say = useWords(words)
  const { current: held } = useRef(new Set<object>())
  const [asked, setAsked] = useState<(isLeaving: boolean) => void>()
  const mayLeave = useCallback(async () => {
    if (held.size === 0) return true
    const isLeaving = await new Promise<boolean>((answer) => setAsked(() => answer))
    if (isLeaving) held.clear()
    return isLeaving
  }, [held])
  const blocker = useBlocker(
    ({ currentLocation, nextLocation, historyAction }) =>
      held.size > 0 && historyAction !== 'REPLACE' && currentLocation.pathname !== nextLocation.pathname,
  )
  useEffect(() => {
    if (blocker.state !== 'blocked') return
    void mayLeave().then((isLeaving) => (isLeaving ? blocker.proceed() : blocker.reset()))
  }, [blocker, mayLeave])
  // Not with the first screen, but before there is anything to lose: it is wanted without a connection, too.
  useEffect(() => whenIdle(importConfirm), [])
  useEffect(() => {
    const ask = (event: BeforeUnloadEvent) => {
      if (held.size > 0) event.preventDefault()
    }
    addEventListener('beforeunload', ask)
    return () => removeEventListener('beforeunload', ask)
  }, [held])
  return (
    <HoldingContext value={useMemo(() => ({ held, mayLeave }), [held, mayLeave])}>
      {children}
      {asked && (
        <Suspense>
          <Confirm
            title={say('title')}
            action={say('leave')}
            isDangerous
            onConfirm={async () => asked(true)}
            onClose={() => {
              // After a yes this says nothing more.
              asked(false)
              setAsked(undefined)
            }}
          >
            <p>{say('text')}</p>
          </Confirm>
        </Suspense>
      )}
    </HoldingContext>
  )
}
