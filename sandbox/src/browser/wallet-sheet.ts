/** What the payer decides in the device's sheet is told to the page around it. */
for (const button of document.querySelectorAll<HTMLButtonElement>('button')) {
  button.addEventListener('click', () => {
    const card = button.value === '' ? null : button.value
    window.parent.postMessage({ sandbox: 'wallet', card }, '*')
  })
}
