// Stands in for the processor's script in the tests of the page: one text field, and a note of every call.
window.calls = []
const wait = () => new Promise((done) => setTimeout(done, 20))
window.Stripe = (key, options) => {
  window.calls.push(['Stripe', key, options])
  return {
    elements: (groupOptions) => {
      window.calls.push(['elements', groupOptions])
      const handlers = {}
      return {
        create: () => ({
          on: (event, handler) => {
            handlers[event] = handler
          },
          mount: (selector) => {
            const field = document.createElement('div')
            field.innerHTML = '<label for="stand-in">Card number</label><input id="stand-in">'
            document.querySelector(selector).append(field)
            setTimeout(() => handlers.ready?.(), 20)
          },
        }),
        update: (changes) => window.calls.push(['update', changes]),
        submit: async () => {
          await wait()
          return document.querySelector('#stand-in').value === ''
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
