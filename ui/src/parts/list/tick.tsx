import { Checkbox } from '@mantine/core'
import { useId } from 'react'
import styles from './list.module.css'

interface Props {
  /** What ticking it selects, for screen readers. */
  name: string
  isTicked: boolean
  isPartly?: boolean
  tabIndex?: number
  onTick: () => void
}

/** A box to tick in a list; a finger finds it in all of its cell. */
export function Tick({ name, isTicked, isPartly = false, tabIndex = 0, onTick }: Props) {
  const id = useId()
  return (
    <label htmlFor={id} className={styles.tickPlace}>
      <Checkbox
        id={id}
        size="xs"
        tabIndex={tabIndex}
        aria-label={name}
        checked={isTicked}
        indeterminate={isPartly}
        onChange={onTick}
      />
    </label>
  )
}
