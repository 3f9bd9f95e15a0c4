import { useState } from 'react'
import { Link } from 'wouter'
import { useQueryClient } from '@tanstack/react-query'
import { useSave } from '../../../api/useSave'
import { useWords } from '../../../i18n/i18n'
import { Button } from '../../../kit/Button'
import { CheckBox } from '../../../kit/fields/Field'
import { Notice, ProblemNotice } from '../../../kit/Notice'
import { ScoreTile } from '../../../score/ScoreTile'
import type { PathStep } from '../../../upgrade/types'
import { usePathWords } from '../pathWords'
import { type Asked, askFor, keyOf, type Meeting, meetingsOf } from './introduce'

/** A firm chooses whom of its path the office shall introduce: each is an introduction on the desk. */
export function Introduce({ firm, steps }: { firm: string; steps: PathStep[] }) {
  const { t, text } = useWords()
  const { stepOf, stepName } = usePathWords()
  const cache = useQueryClient()
  const [chosen, setChosen] = useState<readonly string[]>([])
  const { run, busy, result, error } = useSave<Asked[]>()
  const meetings = meetingsOf(steps, stepOf)
  if (meetings.length === 0) return null
  const picked = meetings.filter((meeting) => chosen.includes(keyOf(meeting)))
  const nameOf = ({ who }: Meeting) => text(who.name) || who.id
  const ask = async () => {
    const asked = await askFor(`firms/${firm}`, picked, stepName)
    setChosen([])
    await cache.invalidateQueries({ queryKey: ['demands'] })
    return asked
  }
  return (
    <div className="path-introduce">
      <h3>{t('upgrade.office.meetTitle')}</h3>
      <p className="meta">{t('upgrade.office.meetText')}</p>
      {[...new Set(meetings.map(({ step }) => step))].map((step) => (
        <fieldset key={step}>
          <legend>{stepName(step)}</legend>
          {meetings
            .filter((meeting) => meeting.step === step)
            .map((meeting) => {
              const key = keyOf(meeting)
              return (
                <div key={key} className="path-introduce-row">
                  <CheckBox
                    label={
                      <>
                        {nameOf(meeting)} <span className="meta">{t(`upgrade.office.${meeting.role}`)}</span>
                      </>
                    }
                    checked={chosen.includes(key)}
                    onChange={({ target }) =>
                      setChosen(target.checked ? [...chosen, key] : chosen.filter((other) => other !== key))
                    }
                  />
                  <ScoreTile score={meeting.who.score} />
                </div>
              )
            })}
        </fieldset>
      ))}
      <div aria-live="polite">
        <ProblemNotice error={error} />
        {result && <Outcome asked={result} nameOf={nameOf} />}
      </div>
      <Button look="primary" disabled={busy || picked.length === 0} onClick={() => void run(ask)}>
        {picked.length === 0 ? t('introductions.ask.ask') : t('upgrade.office.meet', { count: picked.length })}
      </Button>
    </div>
  )
}

function Outcome({ asked, nameOf }: { asked: Asked[]; nameOf: (meeting: Meeting) => string }) {
  const { t } = useWords()
  const made = asked.filter(({ id }) => id !== undefined)
  return (
    <>
      {made.length > 0 && (
        <Notice look="ok">
          {t('upgrade.office.met', { count: made.length })} <Link href="/introductions">{t('nav.introductions')}</Link>
        </Notice>
      )}
      {asked
        .filter(({ id }) => id === undefined)
        .map(({ meeting, isOpen, error }) =>
          isOpen ? (
            <Notice key={keyOf(meeting)} look="warn">
              {nameOf(meeting)}: {t('introductions.ask.already')}
            </Notice>
          ) : (
            <div key={keyOf(meeting)}>
              <p>{nameOf(meeting)}</p>
              <ProblemNotice error={error} />
            </div>
          ),
        )}
    </>
  )
}
