import { Button } from '@mantine/core'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useNavigate } from 'react-router'
import { api, ask } from '../../api/client.ts'
import { useKeyOf } from '../../api/once.ts'
import { DetailForm, DetailHead } from '../../parts/detail/index.ts'
import { ProblemNote } from '../../parts/problem.tsx'
import { useToast } from '../../parts/toasts.tsx'
import { useWords } from '../../words/index.ts'
import { bodyOf, CustomerFields, draftOf } from './customer-fields.tsx'
import styles from './customers.module.css'
import { formWords } from './form-words.ts'

/** A new customer. */
export function Component() {
  const say = useWords(formWords)
  const navigate = useNavigate()
  const toast = useToast()
  const queries = useQueryClient()
  const keyOf = useKeyOf()
  const [draft, setDraft] = useState(draftOf())
  const [isTried, setTried] = useState(false)
  const adding = useMutation({
    mutationFn: () => {
      const body = bodyOf(draft)
      return ask(api.POST('/v1/customers', { body, params: { header: keyOf('customer', body) } }))
    },
    onSuccess: ({ id, name }) => {
      void queries.invalidateQueries({ queryKey: ['customers'] })
      toast({ tone: 'done', text: say('added', { name }) })
      navigate(`/customers/${id}`, { replace: true })
    },
  })
  const name = draft.name.trim()
  return (
    <DetailForm
      onSubmit={() => {
        setTried(true)
        if (name !== '' && !adding.isPending) adding.mutate()
      }}
    >
      <DetailHead title={say('newTitle')} closesTo="/customers" />
      <CustomerFields draft={draft} onChange={setDraft} isTried={isTried} error={adding.error} />
      <ProblemNote error={adding.error} />
      <div className={styles.foot}>
        <Button type="submit" loading={adding.isPending}>
          {name === '' ? say('addPlain') : say('add', { name })}
        </Button>
      </div>
    </DetailForm>
  )
}
