import { Button, NumberInput, Textarea, TextInput } from '@mantine/core'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { api, ask } from '../../api/client.ts'
import { Dialog } from '../../parts/dialog.tsx'
import { ProblemNote } from '../../parts/problem.tsx'
import { formStyles, noTerms, TermsFields, termsOf, termsWords, usePreview } from '../../parts/terms/index.ts'
import { useToast } from '../../parts/toasts.tsx'
import { useLanguage, useWords } from '../../words/index.ts'
import styles from './schedules.module.css'
import type { Schedule } from './schedules.tsx'
import { words } from './words.ts'

/** Changes what an automatic invoice sells and says from its next day on. */
export function EditSchedule({ seen, onClose }: { seen: Schedule; onClose: () => void }) {
  // What the editor saw, so that an edit on top of somebody else's is refused and not hidden.
  const [schedule] = useState(seen)
  const say = useWords(words)
  const { locale } = useLanguage()
  const toast = useToast()
  const queries = useQueryClient()
  const [terms, setTerms] = useState(() => termsOf({ ...schedule, terms: schedule }, locale) ?? noTerms())
  const [isTried, setTried] = useState(false)
  const [head, setHead] = useState({
    reference: schedule.order_reference ?? '',
    note: schedule.note ?? '',
    endsOn: schedule.ends_on ?? '',
  })
  const [dueIn, setDueIn] = useState<number | string>(schedule.due_in_days ?? '')
  const [isTouched, setTouched] = useState(false)
  const { body, sums, error } = usePreview(terms, schedule.currency, useWords(termsWords)('discountLabel'))
  const saving = useMutation({
    mutationFn: ({ currency: _, ...what }: NonNullable<typeof body>) =>
      ask(
        api.PATCH('/v1/invoice_schedules/{id}', {
          params: { path: { id: schedule.id } },
          body: {
            ...what,
            revision: schedule.revision,
            order_reference: head.reference.trim() || null,
            note: head.note.trim() || null,
            ends_on: head.endsOn || null,
            due_in_days: dueIn === '' ? null : Number(dueIn),
          },
        }),
      ),
    onSuccess: () => {
      toast({ tone: 'done', text: say('saved') })
      void queries.invalidateQueries({ queryKey: ['invoice_schedules'] })
      onClose()
    },
  })
  const write = (values: Partial<typeof head>) => {
    setHead({ ...head, ...values })
    setTouched(true)
  }
  return (
    <Dialog
      title={say('editTitle')}
      size="lg"
      isBusy={saving.isPending}
      isUnsaved={isTouched && !saving.isSuccess}
      onClose={onClose}
    >
      <form
        noValidate
        className={styles.form}
        onSubmit={(event) => {
          event.preventDefault()
          setTried(true)
          if (body !== undefined && !saving.isPending) saving.mutate(body)
        }}
      >
        <p>{say('editText')}</p>
        <TermsFields
          terms={terms}
          onChange={(changed) => {
            setTerms(changed)
            setTouched(true)
          }}
          currency={schedule.currency}
          isTried={isTried}
          sums={sums}
          error={saving.error ? null : error}
        />
        <div className={formStyles.pair}>
          <NumberInput
            label={say('dueIn')}
            description={say('dueHint')}
            min={0}
            max={365}
            allowDecimal={false}
            value={dueIn}
            onChange={(value) => {
              setDueIn(value)
              setTouched(true)
            }}
          />
          <TextInput
            type="date"
            label={say('endsOn')}
            value={head.endsOn}
            onChange={({ currentTarget }) => write({ endsOn: currentTarget.value })}
          />
        </div>
        <TextInput
          label={say('reference')}
          maxLength={500}
          autoComplete="off"
          value={head.reference}
          onChange={({ currentTarget }) => write({ reference: currentTarget.value })}
        />
        <Textarea
          label={say('note')}
          autosize
          minRows={2}
          maxLength={5000}
          value={head.note}
          onChange={({ currentTarget }) => write({ note: currentTarget.value })}
        />
        <ProblemNote error={saving.error} />
        <div className={formStyles.foot}>
          <Button type="submit" loading={saving.isPending}>
            {say('save')}
          </Button>
          <Button variant="default" disabled={saving.isPending} onClick={onClose}>
            {say('abandon')}
          </Button>
        </div>
      </form>
    </Dialog>
  )
}
