import { defineEvent } from '../lib/events.ts'

export const priorityRaised = defineEvent<{ kind: string; subject_id: string }>('priority.raised')
export const priorityResolved = defineEvent<Record<string, never>>('priority.resolved')
