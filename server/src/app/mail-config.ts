import { createPrivateKey } from 'node:crypto'
import { readFileSync } from 'node:fs'

/** The key that mail is signed with (DKIM, RFC 6376), for the domain that it comes from. */
export interface DkimKey {
  domainName: string
  keySelector: string
  privateKey: string
}

/** What is read of DKIM_DOMAIN, DKIM_SELECTOR and DKIM_KEY_FILE; `refuse` says what is wrong with them. */
export function readDkimKey(env: NodeJS.ProcessEnv, refuse: (words: string) => Error): DkimKey | undefined {
  const { DKIM_DOMAIN: domainName, DKIM_SELECTOR: keySelector, DKIM_KEY_FILE: path } = env
  if (!domainName && !keySelector && !path) return undefined
  if (!domainName || !keySelector || !path)
    throw refuse('DKIM_DOMAIN, DKIM_SELECTOR and DKIM_KEY_FILE go together: set all three, or none.')
  try {
    const privateKey = readFileSync(path, 'utf8')
    if (createPrivateKey(privateKey).asymmetricKeyType !== 'rsa') throw new Error('it is no RSA key')
    return { domainName, keySelector, privateKey }
  } catch (error) {
    throw refuse(
      `DKIM_KEY_FILE cannot be used: ${error instanceof Error ? error.message : 'it cannot be read'}.`,
    )
  }
}

const RFC_6376_FIELDS =
  'From:Sender:Reply-To:Subject:Date:Message-ID:To:Cc:MIME-Version:Content-Type:Content-Transfer-Encoding:In-Reply-To:References'
/** A signature that does not cover these does not allow one click (RFC 8058). */
const RFC_8058_FIELDS = 'List-Unsubscribe:List-Unsubscribe-Post'

/** How the mailer signs. */
export function signing(key: DkimKey | undefined) {
  if (key === undefined) return undefined
  return { dkim: { ...key, headerFieldNames: `${RFC_6376_FIELDS}:${RFC_8058_FIELDS}` } }
}
