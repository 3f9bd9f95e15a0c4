import { Moon, Sun } from 'lucide-react'
import { useSyncExternalStore } from 'react'
import { useWords } from '../../i18n/i18n'
import { Button } from '../Button'
import { chooseTheme, onTheme, shownTheme } from './theme'

/** Between the light and the dark look. */
export function ThemeButton() {
  const { t } = useWords()
  const theme = useSyncExternalStore(onTheme, shownTheme)
  const other = theme === 'dark' ? 'light' : 'dark'
  return (
    <Button look={['quiet', 'icon', 'small']} aria-label={t(`theme.${other}`)} onClick={() => chooseTheme(other)}>
      {theme === 'dark' ? <Sun size={18} aria-hidden /> : <Moon size={18} aria-hidden />}
    </Button>
  )
}
