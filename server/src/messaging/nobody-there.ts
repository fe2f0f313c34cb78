/** Nobody has this address, or its mailbox is closed (RFC 3463): it will not be otherwise tomorrow. */
const NOBODY_THERE = /^5\.(1\.\d{1,3}|2\.1)$/
const ENHANCED = /\b[245]\.\d{1,3}\.\d{1,3}\b/

/** What a server that gives no enhanced status also says by 550: no to the sender or the content, not to the address. */
const ABOUT_SOMETHING_ELSE =
  /spam|block|black ?list|blocklist|policy|relay|denied|reputation|spf|dkim|dmarc|authenticat|content|virus|\brate\b|greylist/i

/** Whether a status or an answer of a mail server says by its enhanced status that the address itself is no good. */
export function saysNobodyThere(text: string): boolean {
  const enhanced = ENHANCED.exec(text)?.[0]
  return enhanced !== undefined && NOBODY_THERE.test(enhanced)
}

/**
 * Whether a server's refusal is one of the address. Older servers say a bare `550 No such user`: that is one too where
 * it answers the recipient (RCPT TO), and tells of nothing but the mailbox.
 */
export function refusesAddress(refusal: { code: number; command: string; answer: string }): boolean {
  const { code, command, answer } = refusal
  if (ENHANCED.test(answer)) return code >= 500 && saysNobodyThere(answer)
  return code === 550 && command === 'RCPT TO' && !ABOUT_SOMETHING_ELSE.test(withoutAddresses(answer))
}

/** An address may have any word in it. */
function withoutAddresses(answer: string): string {
  return answer.replaceAll(/\S+@\S+/g, '')
}
