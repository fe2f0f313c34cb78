import { ZxcvbnFactory } from '@zxcvbn-ts/core'
import { adjacencyGraphs, dictionary as common } from '@zxcvbn-ts/language-common'
import { dictionary as english } from '@zxcvbn-ts/language-en'
import { dictionary as french } from '@zxcvbn-ts/language-fr'
import { answerTasks } from '../../lib/answer-tasks.ts'
import type { PasswordTask } from './check-password.ts'

const judge = new ZxcvbnFactory({
  dictionary: { ...common, ...english, ...french },
  graphs: adjacencyGraphs,
})

answerTasks(({ password, known }: PasswordTask): number => judge.check(password, [...known]).score)
