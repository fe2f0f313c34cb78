import type { components } from '../../../api/schema.generated.ts'
import { useWords } from '../../../words/index.ts'
import { presetWords } from './preset-words.ts'

export type Preset = components['schemas']['Preset']

/** A preset's name and what it is about; one that is new here by the API's own words. */
export function useSayPreset() {
  const say = useWords(presetWords)
  return ({ name, title, description }: Preset): { name: string; text: string } => {
    const text = `${name}_text`
    return {
      name: isPresetWord(name) ? say(name) : title,
      text: isPresetWord(text) ? say(text) : description,
    }
  }
}

function isPresetWord(key: string): key is keyof typeof presetWords.en {
  return key in presetWords.en
}
