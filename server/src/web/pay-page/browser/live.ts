import { data, fill, find, isBusy, setAmount, showProblem } from './page.ts'
import { askStatus, type Status } from './server.ts'

export const WAITING = ['unsure', 'someone_else_pays', 'processing']
const PAYABLE = ['payable', 'partly_paid', 'declined', 'returned']
const TYPED = 'typed'

/** Asks again with growing pauses, while the page is looked at, until an answer will do. */
export async function watch(isEnough: (status: Status) => boolean, seconds = 1): Promise<Status> {
  for (let pause = seconds; ; pause = Math.min(pause * 1.5, 15)) {
    await sleep(pause)
    if (document.hidden)
      await new Promise((wake) => addEventListener('visibilitychange', wake, { once: true }))
    const status = await askStatus()
    if (status && isEnough(status)) return status
  }
}

/** A connection that is back ends the pause. */
function sleep(seconds: number): Promise<unknown> {
  return new Promise((wake) => {
    setTimeout(wake, seconds * 1000)
    addEventListener('online', wake, { once: true })
  })
}

/** Whoever comes back to the page sees what is true now; what they typed into the form stays. */
export async function compare(): Promise<void> {
  // Who pays what is paid already was told so, and nothing about it moves.
  if (document.hidden || isBusy() || data.state === 'pay_anyway') return
  const status = await askStatus()
  if (!status || isBusy()) return
  if (!(PAYABLE.includes(status.state) && PAYABLE.includes(data.state)) && status.state !== data.state) {
    reload()
  } else if (data.form && (status.methods ?? 'card') !== (data.form.methods ?? ['card']).join(' ')) {
    reload()
  } else if (status.amount !== data.amount) {
    changeAmount(status)
  }
}

/** Shows another amount and what made it so; the form stays as it was filled in. */
export function changeAmount(changed: {
  amount: number
  display: string
  message?: string | undefined
}): void {
  setAmount(changed.amount, changed.display)
  showProblem(changed.message ?? fill(data.words.amountChanged), 'attention')
  void refreshOwed()
}

/** What is owed, beside the form, as the server tells it now: its sums follow the amount. */
async function refreshOwed(): Promise<void> {
  try {
    const answer = await fetch(location.href, { signal: AbortSignal.timeout(15_000) })
    const fresh = new DOMParser().parseFromString(await answer.text(), 'text/html')
    const [told, shown] = [fresh, document].map((page) => page.querySelector('.owed'))
    if (!answer.ok || !told || !shown) return
    const wereOpen = [...shown.querySelectorAll('details')].map(({ open }) => open)
    for (const [index, details] of [...told.querySelectorAll('details')].entries())
      details.open = wereOpen[index] ?? false
    shown.replaceWith(told)
    setAmount(data.amount, data.display)
  } catch {}
}

/** Comes back in the state that is true now, with name and e-mail as they were typed. */
export function reload(): void {
  const typed = ['name', 'email'].map((id) => find<HTMLInputElement>(id)?.value ?? '')
  try {
    sessionStorage.setItem(TYPED, JSON.stringify(typed))
  } catch {}
  if (data.state === 'pay_anyway') location.assign(`${data.path}?lang=${data.language}`)
  else location.reload()
}

export function restoreTyped(): void {
  try {
    const [name, email] = JSON.parse(sessionStorage.getItem(TYPED) ?? '[]')
    sessionStorage.removeItem(TYPED)
    for (const [id, value] of Object.entries({ name, email })) {
      const input = find<HTMLInputElement>(id)
      if (input && value && !input.value) input.value = value
    }
  } catch {}
}
