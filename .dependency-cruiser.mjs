// For the dependency-cruiser program itself (graphs, editors); bin/check runs scripts/check-modules.ts.
import { cruiseOptions, moduleRules, resolveOptions } from './scripts/module-rules.ts'

export default {
  forbidden: moduleRules(import.meta.dirname),
  options: { ...cruiseOptions, enhancedResolveOptions: resolveOptions },
}
