/** The page that searches every board for a text; without one, its empty page. */
export const searchPath = (text: string) => (text.trim() ? `/search?q=${encodeURIComponent(text.trim())}` : '/search')
