// Before anything is painted: the colours that the person chose, so that a dark screen never flashes white.
{
  const chosen = localStorage.getItem('mantine-color-scheme-value')
  const dark = chosen === 'dark' || (chosen !== 'light' && matchMedia('(prefers-color-scheme: dark)').matches)
  document.documentElement.dataset.mantineColorScheme = dark ? 'dark' : 'light'
  document.documentElement.style.background = dark ? '#0e1418' : '#f5f7f8'
}
