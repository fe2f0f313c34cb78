import { useSession } from '../../api/session.ts'

export function Component() {
  const { company } = useSession()
  return <h1 style={{ padding: 24 }}>{company.name}</h1>
}
