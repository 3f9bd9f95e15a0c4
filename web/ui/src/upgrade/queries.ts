import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { api, ProblemError } from '../api/client'
import type { Upgrade, UpgradeAnswers, UpgradeConsent, UpgradeStep } from './types'

/** What a firm says, plans and lets others see, kept or not. */
export interface UpgradeDraft {
  answers: UpgradeAnswers
  steps: UpgradeStep[]
  consent: UpgradeConsent
  /** Whether its people are told what changes for the steps. */
  tell: boolean
}

const noConsent: UpgradeConsent = { planned: false, district: false }

export const noAnswers: UpgradeAnswers = { symptoms: [], wanted: [] }

/** What is kept; null: nothing. */
export const draftOf = (kept: Upgrade | null): UpgradeDraft => ({
  answers: { ...noAnswers, ...kept?.answers },
  steps: kept?.steps ?? [],
  consent: kept?.consent ?? noConsent,
  tell: kept?.tell === true,
})

export const upgradeNewsKey = (firm: string) => [...upgradeKey(firm), 'news']

/** What the firm was told of its path, the latest first. */
export const useUpgradeNews = (firm: string) =>
  useQuery({
    queryKey: upgradeNewsKey(firm),
    queryFn: ({ signal }) => api.get('/api/firms/{id}/upgrade/news', { path: { id: firm }, signal }),
  })

/** The table of steps, the symptoms that they cure and the levels. */
export const useUpgradeList = () =>
  useQuery({
    queryKey: ['upgrade-steps'],
    staleTime: 300_000,
    queryFn: ({ signal }) => api.get('/api/upgrade-steps', { signal }),
  })

export const upgradeKey = (firm: string) => ['firms', firm, 'upgrade']

/** What a firm keeps; null: nothing. */
export async function readUpgrade(firm: string, signal?: AbortSignal): Promise<Upgrade | null> {
  try {
    return await api.get('/api/firms/{id}/upgrade', { path: { id: firm }, signal })
  } catch (error) {
    if (error instanceof ProblemError && error.status === 404) return null
    throw error
  }
}

export const useKeptUpgrade = (firm: string) =>
  useQuery({
    queryKey: upgradeKey(firm),
    enabled: firm !== '',
    queryFn: ({ signal }) => readUpgrade(firm, signal),
  })

export const writeUpgrade = (firm: string, body: UpgradeDraft, version: number | undefined) =>
  api.put('/api/firms/{id}/upgrade', { path: { id: firm }, body, ...(version && { version }) })

/** What follows from answers and steps, kept or not: the path, who pays, what it opens. */
export const useUpgradePath = (
  firm: string,
  { answers, steps }: Pick<UpgradeDraft, 'answers' | 'steps'>,
  enabled = true,
) =>
  useQuery({
    queryKey: [...upgradeKey(firm), 'path', { answers, steps }],
    enabled: enabled && firm !== '',
    placeholderData: keepPreviousData,
    queryFn: ({ signal }) =>
      api.post('/api/firms/{id}/upgrade/path', { path: { id: firm }, body: { answers, steps }, signal }),
  })

export const keptPathKey = (firm: string) => [...upgradeKey(firm), 'path', 'kept']

/** The path of what is kept; without steps where nothing is. */
export const useKeptPath = (firm: string) =>
  useQuery({
    queryKey: keptPathKey(firm),
    queryFn: ({ signal }) => api.get('/api/firms/{id}/upgrade/path', { path: { id: firm }, signal }),
  })
