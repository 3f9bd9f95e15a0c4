import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useEffect } from 'react'
import { offerUndo } from '../kit/undo/offer'
import { api, isSignedIn, ProblemError } from './client'
import { askPasskey } from './passkeys'
import type { Me } from './types'

/** null: nobody is signed in. */
async function readMe(): Promise<Me | null> {
  if (!isSignedIn()) return null // a refused question would stand as an error in each visitor's console
  try {
    return await api.get('/api/me')
  } catch (error) {
    if (error instanceof ProblemError && error.status === 401) return null
    throw error
  }
}

export function useMe() {
  const { data, isPending } = useQuery({ queryKey: ['me'], queryFn: readMe, staleTime: Infinity })
  return { me: data ?? null, isPending }
}

/** Where the pages of one browser tell each other who is signed in: an address, or null for nobody. */
const accountChannel = 'matchmaker.account'

/** Another page of this browser that signs in or out takes this one along: what it shows may be nobody's any more. */
export function useSameAccount() {
  const cache = useQueryClient()
  useEffect(() => {
    const channel = new BroadcastChannel(accountChannel)
    channel.onmessage = ({ data }) => {
      const me = cache.getQueryData<Me | null>(['me'])
      if (me === undefined || (me?.email ?? null) === data) return
      sessionStorage.clear() // each page has one of its own
      location.reload()
    }
    return () => channel.close()
  }, [cache])
  // However it was done: whoever comes back from the identity provider signed in before this page was there.
  const { me } = useMe()
  useEffect(() => {
    if (me) tellOthers(me)
  }, [me])
}

function tellOthers(me: Me | null) {
  const channel = new BroadcastChannel(accountChannel)
  channel.postMessage(me?.email ?? null)
  channel.close()
}

/** The cache of one user must not stay for the next. */
export function useSession() {
  const cache = useQueryClient()
  const change = async (request: Promise<unknown>) => {
    await request
    offerUndo(undefined) // it was the account's before
    await cache.cancelQueries()
    cache.removeQueries({ predicate: (entry) => entry.queryKey[0] !== 'me' && entry.queryKey[0] !== 'boards' })
    return cache.fetchQuery({ queryKey: ['me'], queryFn: readMe, staleTime: 0 })
  }
  return {
    /** `code`: of the second factor, where the server has asked for it. */
    signIn: (email: string, password: string, code?: string) =>
      change(api.post('/api/sign-in', { body: { email, password, ...(code && { code }) } })),
    signInByPasskey: async () => {
      const { options } = await api.post('/api/sign-in/passkey/begin')
      const credential = await askPasskey(options)
      await change(api.post('/api/sign-in/passkey', { body: { credential } }))
    },
    signOut: async () => {
      const ending = api.post('/api/sign-out')
      const me = await change(ending)
      localStorage.clear() // an unsaved search would tell the next user what somebody looks for
      sessionStorage.clear()
      tellOthers(me)
      const next = (await ending)?.next
      if (next) window.location.assign(next) // to the identity provider, where the session ends too
    },
    accept: (token: string, password: string) => api.post('/api/invitations/accept', { body: { token, password } }),
  }
}

export const isOffice = (me: Me | null) => me?.role === 'officer' || me?.role === 'admin'
