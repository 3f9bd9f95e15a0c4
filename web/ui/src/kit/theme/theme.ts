export type Theme = 'light' | 'dark'

const key = 'theme'
const chosen = () => {
  const value = localStorage.getItem(key)
  return value === 'light' || value === 'dark' ? value : undefined
}

/** What is shown: the reader's choice, or else the system's. */
export const shownTheme = (): Theme =>
  chosen() ?? (matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light')

/** Shows the reader's choice, if there is one; the style sheet follows the system otherwise. */
export function applyTheme() {
  const theme = chosen()
  if (theme) document.documentElement.dataset.theme = theme
  else delete document.documentElement.dataset.theme
  document.querySelector('meta[name="theme-color"]')?.setAttribute('content', colorOf('--paper'))
}

/** Keeps a choice; one that is the system's own is no choice, so that the page follows the system again. */
export function chooseTheme(theme: Theme) {
  localStorage.removeItem(key)
  if (shownTheme() !== theme) localStorage.setItem(key, theme)
  applyTheme()
  window.dispatchEvent(new Event('themechange'))
}

/** Calls back whenever another theme is shown, from here or from the system. */
export function onTheme(changed: () => void) {
  const system = matchMedia('(prefers-color-scheme: dark)')
  window.addEventListener('themechange', changed)
  system.addEventListener('change', changed)
  return () => {
    window.removeEventListener('themechange', changed)
    system.removeEventListener('change', changed)
  }
}

/** A token of the style sheet as a color that a canvas understands. */
export function colorOf(token: string) {
  const probe = document.createElement('i')
  probe.hidden = true
  probe.style.color = `var(${token})`
  document.body.append(probe)
  const { color } = getComputedStyle(probe)
  probe.remove()
  return color
}
