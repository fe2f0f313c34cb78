import { Lines } from '../../parts/after-a-while.tsx'

const STEP_PX = 44
const LAST_GAP_PX = 12

/** The room that so many steps take, so that nothing below moves when they come. */
export function StepsComing({ count }: { count: number }) {
  return (
    <div style={{ minHeight: count * STEP_PX - LAST_GAP_PX }}>
      <Lines count={count} />
    </div>
  )
}
