import { useQuery, useQueryClient } from '@tanstack/react-query'
import { ProblemError, request } from './client'
import type { Me } from './types'

/** null: nobody is signed in. */
async function readMe(): Promise<Me | null> {
  try {
    return await request<Me>('/api/me')
  } catch (error) {
    if (error instanceof ProblemError && error.status === 401) return null
    throw error
  }
}

export function useMe() {
  const { data, isPending } = useQuery({ queryKey: ['me'], queryFn: readMe, staleTime: Infinity })
  return { me: data ?? null, isPending }
}

/** What was read as one user must not stay for the next. */
export function useSession() {
  const cache = useQueryClient()
  const change = async (path: string, body?: unknown) => {
    await request(path, { method: 'POST', body: body ?? {} })
    await cache.cancelQueries()
    cache.removeQueries({ predicate: (entry) => entry.queryKey[0] !== 'me' && entry.queryKey[0] !== 'boards' })
    await cache.fetchQuery({ queryKey: ['me'], queryFn: readMe, staleTime: 0 })
  }
  return {
    signIn: (email: string, password: string) => change('/api/sign-in', { email, password }),
    signOut: async () => {
      await change('/api/sign-out')
      localStorage.clear() // because what was tried here without saving tells what somebody is looking for
      sessionStorage.clear()
    },
    accept: (token: string, password: string) =>
      request('/api/invitations/accept', { method: 'POST', body: { token, password } }),
  }
}

/** `enterprises/e1`, `firms/f1` or `owners/o1`. */
export function partyOf(me: Me | null) {
  if (me?.enterprise) return `enterprises/${me.enterprise}`
  if (me?.firm) return `firms/${me.firm}`
  return me?.owner ? `owners/${me.owner}` : undefined
}

export const isOffice = (me: Me | null) => me?.role === 'officer' || me?.role === 'admin'
