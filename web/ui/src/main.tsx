import './kit/theme/tokens.css'
import './kit/controls.css'
import './score/score.css'
import './requirement/requirement.css'
import './matches/matches.css'
import './records/records.css'
import './introductions/introductions.css'
import './map/map.css'
import './stack/stack.css'
import './live/live.css'
import './app/shell.css'
import { createRoot } from 'react-dom/client'
import { App } from './app/App'
import { setLanguage } from './i18n/i18n'
import { entryOfPrefix } from './i18n/languages'
import { steps } from './kit/back/useBackCloses'
import { applyTheme } from './kit/theme/theme'
import { guardHistory } from './kit/unsaved/useUnsavedGuard'

const entry = entryOfPrefix(location.pathname.split('/')[1])
if (entry) void setLanguage(entry.language) // its texts come while the page is set up
applyTheme()
guardHistory()
steps()

createRoot(document.getElementById('root')!).render(<App />)
