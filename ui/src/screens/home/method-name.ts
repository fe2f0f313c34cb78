import { useWords } from '../../words/index.ts'
import { words } from './words.ts'

/** What a way to pay is called; one that has no word here, as the API says it. */
export function useMethodName(): (method: string) => string {
  const say = useWords(words)
  return (method) => (isNamed(method) ? say(`method_${method}`) : method)
}

type Named = 'card' | 'wallet' | 'ach' | 'bnpl' | 'wire' | 'cash' | 'cheque'

function isNamed(method: string): method is Named {
  return `method_${method}` in words.en
}
