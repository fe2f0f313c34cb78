import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto'

const IV_BYTES = 12
const TAG_BYTES = 16

/** The key for secrets that must rest in the database: its own, made of the one that the environment gives. */
export function sealingKey(environmentKey: Buffer): Buffer {
  return Buffer.from(hkdfSync('sha256', environmentKey, '', 'quittance:seal:v1', 32))
}

/** Seals a secret (AES-256-GCM) for one place: moved to another row it does not open. */
export function seal(key: Buffer, place: string, secret: Uint8Array): Buffer {
  const iv = randomBytes(IV_BYTES)
  const cipher = createCipheriv('aes-256-gcm', key, iv).setAAD(Buffer.from(place))
  return Buffer.concat([iv, cipher.update(secret), cipher.final(), cipher.getAuthTag()])
}

/** Opens what `seal` closed. Throws where key or place are others, or a bit was changed. */
export function unseal(key: Buffer, place: string, sealed: Buffer): Buffer {
  const decipher = createDecipheriv('aes-256-gcm', key, sealed.subarray(0, IV_BYTES))
    .setAAD(Buffer.from(place))
    .setAuthTag(sealed.subarray(-TAG_BYTES))
  return Buffer.concat([decipher.update(sealed.subarray(IV_BYTES, -TAG_BYTES)), decipher.final()])
}
