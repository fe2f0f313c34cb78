import { hash, verify } from '@node-rs/argon2'

/** OWASP's first choice for argon2id (19 MiB, 2 passes, 1 lane): some 50 ms, on a thread of libuv and not on ours. */
const COST = { memoryCost: 19_456, timeCost: 2, parallelism: 1 }

/** Of nobody, at the same cost: what a stranger's guess is compared with, so that it takes as long. */
const NOBODYS =
  '$argon2id$v=19$m=19456,t=2,p=1$kBXtqlLTIzLY+WgV3Q7OmQ$dWzxYXott+VQg2ym8bNRsnSobbVBCzunSk9qs6okN8U'

export function hashPassword(password: string): Promise<string> {
  return hash(normal(password), COST)
}

/** Whether it is the password. Where there is none, nothing is, and it takes as long to say so. */
export async function isPassword(kept: string | null | undefined, password: string): Promise<boolean> {
  const fits = await verify(kept ?? NOBODYS, normal(password))
  return fits && typeof kept === 'string'
}

/** Two keyboards may write one letter in two ways (NIST SP 800-63B, 3.1.1.2). */
function normal(password: string): string {
  return password.normalize('NFKC')
}
