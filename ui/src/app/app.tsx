import { MutationCache, QueryCache, QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { RouterProvider } from 'react-router/dom'
import { NoAnswer, Problem } from '../api/problem.ts'
import { ThemeProvider } from '../parts/theme/theme-provider.tsx'
import { router } from './router.tsx'

/** Whoever is told that they may not, was offered it by a screen that knows their roles of before. */
function readSessionAgain(error: Error): void {
  if (error instanceof Problem && error.code === 'permission_denied')
    void queries.invalidateQueries({ queryKey: ['session'] })
}

const GONE_OR_CHANGED: readonly number[] = [404, 409, 410]

/** Something is not as the screen says: everything around the form is read again, and what was typed stays. */
function readAgain(error: Error): void {
  readSessionAgain(error)
  if (error instanceof Problem && GONE_OR_CHANGED.includes(error.status)) void queries.invalidateQueries()
}

const queries: QueryClient = new QueryClient({
  queryCache: new QueryCache({ onError: readSessionAgain }),
  mutationCache: new MutationCache({ onError: readAgain }),
  defaultOptions: {
    queries: {
      // The live stream says what has changed; this is for what it does not know of.
      staleTime: 30_000,
      retry: (failures, error) => error instanceof NoAnswer && failures < 3,
    },
    // Whether a write arrived is not known, so only the person may send it again, with the same key.
    mutations: { retry: false, networkMode: 'always' },
  },
})

export function App() {
  return (
    <ThemeProvider>
      <QueryClientProvider client={queries}>
        <RouterProvider router={router} />
      </QueryClientProvider>
    </ThemeProvider>
  )
}
