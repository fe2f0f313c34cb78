import { Checkbox } from '@mantine/core'
import styles from './terms.module.css'
import type { Terms } from './terms.ts'

interface Props {
  taxes: Terms['taxes']
  /** The ids of those that are carried. */
  ticked: readonly string[]
  /** What a tick is for, in full, of a tax by its name and rate. */
  nameOf: (tax: string) => string
  onChange: (ticked: string[]) => void
}

/** Which of an invoice's taxes something carries. */
export function TaxTicks({ taxes, ticked, nameOf, onChange }: Props) {
  if (taxes.length === 0) return null
  return (
    <div className={styles.ticks}>
      {taxes.map(({ id, name, rate }) => (
        <Checkbox
          key={id}
          size="xs"
          label={`${name} ${rate} %`.trim()}
          aria-label={nameOf(`${name} ${rate} %`.trim())}
          checked={ticked.includes(id)}
          onChange={(event) =>
            onChange(event.currentTarget.checked ? [...ticked, id] : ticked.filter((other) => other !== id))
          }
        />
      ))}
    </div>
  )
}
