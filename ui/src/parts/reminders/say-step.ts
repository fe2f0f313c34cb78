import { useWords } from '../../words/index.ts'
import { reminderWords } from './words.ts'

/** Says a step by its days after the due day: `3 days before it is due`. */
export function useSayStep(): (offset: number) => string {
  const say = useWords(reminderWords)
  return (offset) =>
    offset === 0 ? say('due') : say(offset < 0 ? 'before' : 'after', { days: Math.abs(offset) })
}
