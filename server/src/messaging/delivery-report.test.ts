import { describe, expect, it } from 'vitest'
import { newId } from '../lib/ids.ts'
import { messageIdHeader, readDeliveryReport } from './delivery-report.ts'

const companyId = newId<'co'>()
const messageId = newId<'msg'>()
const messageIdOf = messageIdHeader(companyId, messageId)

/** As Postfix writes it. */
const report = (status: string[], original: string[], encoding = '7bit') =>
  Buffer.from(
    [
      'From: MAILER-DAEMON@mx.test',
      'Content-Type: multipart/report; report-type=delivery-status;',
      '\tboundary="A.1/mx=(test)"',
      '',
      'This is a MIME-encapsulated message.',
      '',
      '--A.1/mx=(test)',
      'Content-Type: text/plain',
      '',
      `I am sorry. Message-ID: ${messageIdOf}`,
      '--A.1/mx=(test)',
      'Content-Type: message/delivery-status',
      `Content-Transfer-Encoding: ${encoding}`,
      '',
      ...(encoding === 'base64' ? [Buffer.from(status.join('\r\n')).toString('base64')] : status),
      '',
      '--A.1/mx=(test)',
      'Content-Type: message/rfc822',
      '',
      ...original,
      '--A.1/mx=(test)--',
      '',
    ].join('\r\n'),
  )
const original = ['To: a@b.test', 'Message-ID:', `  ${messageIdOf}`, '', 'Message-ID: <other@x>']
const failed = [
  'Reporting-MTA: dns; mx.test',
  '',
  'Final-Recipient: rfc822; Ana@Lune.test',
  'Action: failed',
  'Status: 5.1.1',
  'Diagnostic-Code: smtp; 550 5.1.1 <ana@lune.test>:',
  '    User unknown',
]
const read = {
  companyId,
  messageId,
  recipients: [
    {
      addresses: ['ana@lune.test'],
      action: 'failed',
      status: '5.1.1',
      diagnostic: '550 5.1.1 <ana@lune.test>: User unknown',
    },
  ],
}

describe('A delivery report', () => {
  it('names the message by the Message-ID of what came back, and each recipient', () => {
    expect(readDeliveryReport(report(failed, original))).toEqual(read)
    expect(readDeliveryReport(report(failed, original, 'base64'))).toEqual(read)
    const two = [
      ...failed,
      '',
      'Original-Recipient: rfc822;<b@x.test>',
      'Final-Recipient: rfc822;c@y.test',
      'Action: delayed',
      'Status: 4.2.0',
    ]
    expect(readDeliveryReport(report(two, original))?.recipients[1]).toEqual({
      addresses: ['b@x.test', 'c@y.test'],
      action: 'delayed',
      status: '4.2.0',
      diagnostic: '4.2.0',
    })
  })

  it('with bare line feeds is read too', () => {
    const bare = Buffer.from(report(failed, original).toString().replaceAll('\r\n', '\n'))
    expect(readDeliveryReport(bare)).toEqual(read)
  })

  it.each([
    ['about a message that is not ours', report(failed, ['Message-ID: <1@elsewhere.test>', '', 'x'])],
    ['that names ours only in its text', report(failed, ['Subject: x', '', `Message-ID: ${messageIdOf}`])],
    [
      'that is an ordinary answer',
      Buffer.from(`Subject: Re\r\nContent-Type: text/plain\r\n\r\n${messageIdOf}`),
    ],
    ['that is cut off', report(failed, original).subarray(0, 300)],
    ['that is nothing', Buffer.alloc(0)],
    ['that is no text', Buffer.from([0, 255, 13, 10, 13, 10, 254])],
  ])('%s is none', (_, raw) => expect(readDeliveryReport(raw)).toBeUndefined())
})
