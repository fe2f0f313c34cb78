// The page that stands where none could be fetched: in one language, in the colours that were chosen, and gone as
// soon as there is an answer again. It has the address of the page that was wanted.
{
  const kept = localStorage.getItem('quittance-language')
  const wanted = [kept, ...navigator.languages].map((tag) => tag?.slice(0, 2))
  const language = wanted.find((tag) => tag === 'en' || tag === 'fr') ?? 'en'
  document.documentElement.lang = language
  const scheme = localStorage.getItem('mantine-color-scheme-value')
  if (scheme === 'light' || scheme === 'dark') document.documentElement.style.colorScheme = scheme
  for (const main of document.querySelectorAll('main')) {
    if (main.lang === language) document.title = `${main.querySelector('h1').textContent} · Quittance`
    else main.remove()
  }
  for (const button of document.querySelectorAll('button'))
    button.addEventListener('click', () => location.reload())
  // Whether the network was away or the server: an answer of either kind is one.
  const ask = () => fetch('/healthz', { cache: 'no-store' }).then(() => location.reload())
  addEventListener('online', () => location.reload())
  setInterval(() => ask().catch(() => undefined), 5000)
}
