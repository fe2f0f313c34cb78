import { expect, it } from 'vitest'
import { refusesAddress } from './nobody-there.ts'

const refusal = (code: number, answer: string, command = 'RCPT TO') => ({ code, command, answer })

it.each([
  '550 No such user here: rosa@lune.test',
  '550 Requested action not taken: mailbox unavailable',
  '550 <blocked-flowers@lune.test>: User unknown in local recipient table',
  '550 5.1.1 <rosa@lune.test>: Recipient address rejected: User unknown',
  '550 5.2.1 The mailbox is closed',
])('%s: nobody is there', (answer) => expect(refusesAddress(refusal(550, answer))).toBe(true))

it.each([
  [550, '550 5.7.1 Message refused by policy'],
  [550, '550 5.7.26 Unauthenticated mail is not accepted'],
  [550, '550 Mail from your server was blocked: see our blocklist'],
  [550, '550 Relay not permitted'],
  [550, '550 Access denied'],
  [554, '554 Transaction failed'],
  [552, '552 5.2.2 Mailbox full'],
  [450, '450 4.1.1 User unknown, try again'],
  [450, '450 Mailbox busy'],
])('%i, %s: that is not of the address', (code, answer) =>
  expect(refusesAddress(refusal(code, answer))).toBe(false),
)

it('a bare 550 to anything but the recipient is not of the address', () =>
  expect(refusesAddress(refusal(550, '550 No', 'DATA'))).toBe(false))
