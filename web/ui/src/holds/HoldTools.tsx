import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { Link } from 'wouter'
import { api } from '../api/client'
import { buildingOf, spacePath } from '../api/records'
import { isOffice, useMe } from '../api/session'
import type { Demand, Space } from '../api/types'
import { useSave } from '../api/useSave'
import { boards } from '../kinds/boards'
import { useWords } from '../i18n/i18n'
import { Button } from '../kit/Button'
import { DayField } from '../kit/days/DayField'
import { SelectField } from '../kit/fields/Field'
import { ProblemNotice } from '../kit/Notice'
import { offerUndo } from '../kit/undo/offer'
import { unitName } from '../matches/list/names'
import { useDemands } from '../records/useDemands'
import './holds.css'
import { dayAhead } from '../kit/days/hongKong'

/** The default and the greatest number of days that a hold lasts. */
const usual = 14
const longest = 30

/**
 * The hold on a space: to its owner the day, to an officer for whom, by whom, and what can be done. `demand`: for which
 * an officer would hold it; without one they choose.
 */
export function HoldTools({ space, demand, onDone }: { space: Space; demand?: Demand; onDone?: () => void }) {
  const { t, format } = useWords()
  const office = isOffice(useMe().me)
  const acts = useHoldActs(space, onDone)
  const [asked, setAsked] = useState(false)
  const { hold } = space
  if (hold && !office) return <p className="hold-line">{t('hold.byOffice', { day: format.day(hold.until) })}</p>
  if (!office || (!hold && space.status !== 'vacant')) return null
  return (
    <section className="hold-tools" aria-label={t('hold.title')}>
      <ProblemNotice error={acts.error} />
      {hold?.demand ? (
        <div className="row">
          <Held hold={hold} here={demand?.id} />
          <Button look="small" disabled={acts.busy} onClick={() => acts.release()}>
            {t('hold.release')}
          </Button>
        </div>
      ) : asked ? (
        <HoldForm
          demand={demand}
          acts={acts}
          onClose={() => {
            acts.clear()
            setAsked(false)
          }}
        />
      ) : (
        <Button look="small" onClick={() => setAsked(true)}>
          {t('hold.ask')}
        </Button>
      )}
    </section>
  )
}

function Held({ hold, here }: { hold: NonNullable<Space['hold']>; here: string | undefined }) {
  const { t, text, format } = useWords()
  const { data: demands } = useDemands(hold.demand !== here)
  const demand = demands?.find(({ id }) => id === hold.demand)
  return (
    <p className="hold-line">
      {t(hold.demand === here ? 'hold.here' : 'hold.until', { day: format.day(hold.until) })}
      {hold.demand !== here && (
        <>
          {' · '}
          <Link href={`/demands/${hold.demand}`}>{text(demand?.name) || t('hold.demand')}</Link>
        </>
      )}
      {' · '}
      {hold.by}
    </p>
  )
}

type Acts = ReturnType<typeof useHoldActs>

function HoldForm({ demand, acts, onClose }: { demand: Demand | undefined; acts: Acts; onClose: () => void }) {
  const { t, text } = useWords()
  const { data: demands } = useDemands(!demand)
  const [until, setUntil] = useState(() => dayAhead(usual))
  const [chosen, setChosen] = useState(demand?.id ?? '')
  return (
    <form className="answer-form" onSubmit={acts.onSubmit(() => acts.hold(chosen, until).then(onClose))}>
      {!demand && (
        <SelectField
          label={t('hold.demand')}
          required
          options={[
            { value: '', label: '–' },
            ...(demands ?? [])
              .filter(({ board }) => boards[board].inBuildings)
              .map(({ id, name }) => ({ value: id, label: text(name) || id })),
          ]}
          value={chosen}
          onChange={(event) => setChosen(event.target.value)}
        />
      )}
      <DayField
        label={t('hold.day')}
        hint={t('hold.hint')}
        required
        min={dayAhead(0)}
        max={dayAhead(longest)}
        errors={acts.errors.until}
        value={until}
        onChange={setUntil}
      />
      <div className="row">
        <Button look={['small', 'primary']} type="submit" disabled={!until || !chosen || acts.busy}>
          {t('hold.hold')}
        </Button>
        <Button look="small" onClick={onClose}>
          {t('cancel')}
        </Button>
      </div>
    </form>
  )
}

/** What an officer does to the hold on a space. A release can be taken back. */
function useHoldActs(space: Space, onDone: (() => void) | undefined) {
  const words = useWords()
  const cache = useQueryClient()
  const { run, ...save } = useSave()
  const path = spacePath(space.id)
  const refresh = () => cache.invalidateQueries({ queryKey: ['buildings', buildingOf(space.id)] })
  const hold = async (demand: string, until: string) => {
    await api.post('/api/buildings/{building}/spaces/{space}/hold', { path, body: { demand, until } })
    await refresh()
    onDone?.()
  }
  const release = async () => {
    const { demand, until } = space.hold!
    await api.delete('/api/buildings/{building}/spaces/{space}/hold', { path })
    offerUndo({
      text: words.t('hold.released', { name: unitName(space, words) || space.id }),
      undo: () => hold(demand!, until),
      href: `/demands/${demand}`,
    })
    await refresh()
    onDone?.()
  }
  return { ...save, hold, release: () => void run(release) }
}
