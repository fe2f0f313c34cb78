// Stands in for the processor's script in the tests of the page: one text field, and a note of every call.
window.calls = []
const wait = () => new Promise((done) => setTimeout(done, 20))
window.Stripe = (key, options) => {
  window.calls.push(['Stripe', key, options])
  return {
    elements: (groupOptions) => {
      window.calls.push(['elements', groupOptions])
      const handlers = {}
      let created = ''
      const field = document.createElement('div')
      return {
        create: (type) => {
          created = type
          return {
            on: (event, handler) => {
              handlers[event] = handler
            },
            destroy: () => field.remove(),
            mount: (selector) => {
              field.innerHTML =
                type === 'payment'
                  ? '<label for="stand-in">Card number</label><input id="stand-in">'
                  : '<button type="button">Apple Pay</button>'
              field.querySelector('button')?.addEventListener('click', () => {
                const billingDetails = { name: 'Ada Payer', email: 'ada@wallet.test' }
                const paymentFailed = () => window.calls.push(['paymentFailed'])
                const resolve = () => handlers.confirm({ billingDetails, paymentFailed })
                handlers.click({ resolve, reject: () => window.calls.push(['reject']) })
              })
              document.querySelector(selector).append(field)
              // A device with a wallet is one whose page says so in its address.
              const applePay = location.search === '?wallet'
              const availablePaymentMethods = applePay ? { applePay } : undefined
              setTimeout(() => handlers.ready?.({ availablePaymentMethods }), 20)
            },
          }
        },
        update: (changes) => window.calls.push(['update', changes]),
        submit: async () => {
          await wait()
          return created === 'payment' && document.querySelector('#stand-in').value === ''
            ? { error: { type: 'validation_error' } }
            : {}
        },
      }
    },
    createConfirmationToken: async (given) => {
      window.calls.push(['createConfirmationToken', given.params])
      await wait()
      return { confirmationToken: { id: 'ctoken_1' } }
    },
    handleNextAction: async (given) => {
      window.calls.push(['handleNextAction', given])
      await wait()
      return {}
    },
  }
}
