import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { api, ProblemError } from '../../../api/client'
import { useDebounced } from '../../../kit/useDebounced'
import { upgradeKey } from '../../../upgrade/queries'
import type { PlaceNeeds, UpgradeStep } from '../../../upgrade/types'

/** Where the steps could be taken, by what the firm says of its unit and its machines. */
export function usePlaces(firm: string, steps: readonly UpgradeStep[], needs: PlaceNeeds) {
  const asked = useDebounced({ steps: [...steps], needs }, 400)
  const { data, error, isFetching } = useQuery({
    queryKey: [...upgradeKey(firm), 'places', asked],
    enabled: asked.steps.length > 0,
    placeholderData: keepPreviousData,
    queryFn: ({ signal }) =>
      api.post('/api/firms/{id}/upgrade/alternatives', { path: { id: firm }, body: asked, signal }),
  })
  return { places: data, error, isFetching, problems: error instanceof ProblemError ? error.errors : {} }
}
