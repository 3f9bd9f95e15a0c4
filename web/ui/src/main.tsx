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
import { applyTheme } from './kit/theme/theme'
import { guardHistory } from './kit/unsaved/useUnsavedGuard'

applyTheme()
guardHistory()

createRoot(document.getElementById('root')!).render(<App />)
