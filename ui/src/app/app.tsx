import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { RouterProvider } from 'react-router/dom'
import { NoAnswer } from '../api/problem.ts'
import { ThemeProvider } from '../parts/theme/theme-provider.tsx'
import { router } from './router.tsx'

const queries = new QueryClient({
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
