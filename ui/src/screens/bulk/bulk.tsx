import { useParams } from 'react-router'
import { BulkSend } from './bulk-send.tsx'
import { BulkSends } from './bulk-sends.tsx'

/** What was sent to many at once: all of it, or how one goes on. */
export function Component() {
  const { id } = useParams()
  return id === undefined ? <BulkSends /> : <BulkSend key={id} id={id} />
}
