import { createRoot } from 'react-dom/client'

createRoot(document.getElementById('root')!).render(<main><h1>起動配對</h1></main>)
