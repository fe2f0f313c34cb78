import { changeAmount, compare, reload, WAITING, watch } from './live.ts'
import { data, find, processor, setBusy, showProblem } from './page.ts'
import { type Answer, type Problem, post, type Reply } from './server.ts'

/** What became of a call, shown: every way out of it ends in words, in another state of the page, or in asking. */
export async function conclude(reply: Reply, hasActed = false): Promise<void> {
  if (!reply) return findOut(data.words.lost)
  if ('problem' in reply) return explain(reply.problem)
  const { answer } = reply
  if (data.form) data.form.submitKey = answer.submit_key
  if (answer.state === 'unsure') return findOut(answer.message)
  if (answer.state === 'requires_action' && answer.client_secret && !hasActed) return act(answer)
  const wasRefused = answer.state === 'declined' || answer.state === 'canceled'
  if (!wasRefused || !find('form')) return reload()
  if (data.state !== 'pay_anyway') data.state = 'declined'
  setBusy(null)
  showProblem(answer.message)
  // A link that may not be tried again shows how a new one comes.
  return compare()
}

/** The bank's question, in the processor's window. What it says is only believed from our server. */
async function act({ payment, client_secret: clientSecret = '', message }: Answer): Promise<void> {
  setBusy(message)
  try {
    await processor.stripe?.handleNextAction({ clientSecret })
  } catch {}
  setBusy(data.words.checking)
  return conclude(await post(`/payments/${payment}/refresh`), true)
}

/** The page is another by now. */
const RELOADS = [
  'payment_under_way',
  'nothing_is_owed',
  'link_not_payable',
  'method_not_offered',
  'amount_changed',
  'phone_page_ended',
  'request_is_voided',
]

function explain({
  code,
  message,
  amount,
  display,
  retry_after_seconds: pause,
}: Problem): Promise<void> | void {
  const { words } = data
  if (code === 'amount_changed' && amount && display) {
    setBusy(null)
    return changeAmount({ amount, display, message })
  }
  // Too many tries, of this link or from here, or all cards are paused: all say for how long.
  if (pause) {
    setBusy('')
    showProblem(message ?? words.pause, 'attention')
    setTimeout(() => setBusy(null), pause * 1000)
    return
  }
  if (RELOADS.includes(code)) return reload()
  setBusy(null)
  showProblem(message ?? words.refused)
}

/** Nobody knows what became of the payment: ask until somebody does. It is never sent again from here. */
async function findOut(text: string): Promise<void> {
  setBusy(text)
  let quiet = 0
  const { state, amount, display, message } = await watch((status) => {
    // The payment may still be on its way to the server, so one look is not enough.
    const isUntouched = status.state === data.state && status.state !== 'declined'
    return isUntouched ? ++quiet > 1 : !WAITING.includes(status.state) || status.state === 'processing'
  })
  if (state !== data.state || state === 'declined' || !find('form')) return reload()
  setBusy(null)
  const { notArrived } = data.words
  if (amount === data.amount) return showProblem(notArrived, 'attention')
  changeAmount({ amount, display, message: message && `${notArrived} ${message}` })
}
