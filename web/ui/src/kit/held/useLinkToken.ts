import { useState } from 'react'

/**
 * The token of a link that lets somebody in or speaks for them. It stands in the fragment, which no browser sends and
 * no proxy logs. It is taken out of the address bar, so that it is neither seen, kept in the history nor passed on with
 * a copied address, and held by this tab alone, so that another language or a reload does not lose it.
 * @param key Under what this tab keeps it.
 */
export function useLinkToken(key: string) {
  const [token] = useState(() => {
    const given = new URLSearchParams(location.hash.slice(1)).get('token')
    if (given) sessionStorage.setItem(key, given)
    if (given) history.replaceState(history.state, '', location.pathname + location.search)
    return given ?? sessionStorage.getItem(key)
  })
  return {
    token,
    /** After the tab's memory was emptied, such as by signing out. */
    keep: () => token && sessionStorage.setItem(key, token),
    forget: () => sessionStorage.removeItem(key),
  }
}
