import { useQuery } from '@tanstack/react-query'
import { api } from '../../api/client'
import type { Introduction } from '../../api/introductions'
import { pages } from '../../api/pages'
import { useWords } from '../../i18n/i18n'
import { CheckBox } from '../../kit/fields/Field'

/** The introductions in which a meeting can be booked. */
export function useBookable() {
  return useQuery({
    queryKey: ['introductions', 'bookable'],
    queryFn: async ({ signal }) => {
      const read = (state: Introduction['state']) =>
        pages((page) => api.get('/api/introductions', { query: { ...page, state }, signal }))
      return (await Promise.all([read('introduced'), read('underway')])).flat()
    },
  })
}

/** A client's introductions, of which some are chosen. */
export function Choices({
  cards,
  chosen,
  onChange,
}: {
  cards: readonly Introduction[]
  chosen: readonly string[]
  onChange: (chosen: string[]) => void
}) {
  const { t, text } = useWords()
  return (
    <fieldset className="field visit-choices">
      <legend className="label">{t('visit.whom')}</legend>
      {cards.map(({ id, counterpart, matchName, board }) => (
        <CheckBox
          key={id}
          label={
            <>
              <b>{text(counterpart.name) || text(counterpart.alias)}</b>{' '}
              <span className="meta">{[t(`nav.${board}`), text(matchName)].filter(Boolean).join(' · ')}</span>
            </>
          }
          checked={chosen.includes(id)}
          onChange={(event) =>
            onChange(event.target.checked ? [...chosen, id] : chosen.filter((other) => other !== id))
          }
        />
      ))}
    </fieldset>
  )
}
