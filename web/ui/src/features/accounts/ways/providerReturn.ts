const problems = [
  'unavailable',
  'failed',
  'cancelled',
  'unverified',
  'noRole',
  'refused',
  'busy',
  'again',
  'wrongCode',
] as const

/** Why a sign-in by the identity provider ended; undefined: it did not, or for no reason that has a text. */
export const problemOf = (search: string) => {
  const named = new URLSearchParams(search).get('problem')
  return problems.find((problem) => problem === named)
}

/** Whether a code is asked for after the identity provider. */
export const asksCode = (search: string) => new URLSearchParams(search).get('step') === 'code'

/** The page to go on with: an address of this site alone, whoever made the link. */
export const inside = (path: string | null) => (path && /^\/(?![/\\])/.test(path) ? path : '/')

/** The page that follows a sign-in: what the sign-in page's address names, else the page in whose place it stands. */
export const pageAfter = (location: string, search: string) =>
  location === '/sign-in' ? inside(new URLSearchParams(search).get('to')) : search ? `${location}?${search}` : location

/** Where the browser goes to sign in by the identity provider. */
export const providerLink = (path: string, language: string, to: string) =>
  `${path}?${new URLSearchParams({ language, to }).toString()}`
