import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { api } from '../../../api/client'
import { useWords } from '../../../i18n/i18n'
import { Button } from '../../../kit/Button'
import { Notice, ProblemNotice, Said } from '../../../kit/Notice'
import { type Act, FactorForm } from './FactorForm'
import { FactorSetup } from './FactorSetup'

const queryKey = ['second-factor']

/** Whether sign-in asks for a code of an app, and how to put it on or off. */
export function SecondFactor() {
  const { t } = useWords()
  const cache = useQueryClient()
  const [act, setAct] = useState<Act | 'setup'>()
  const [codes, setCodes] = useState<string[]>()
  const [said, setSaid] = useState('')
  const { data, error } = useQuery({ queryKey, queryFn: ({ signal }) => api.get('/api/me/second-factor', { signal }) })
  const onDone = async (found: string[] | undefined, text = '') => {
    setAct(undefined)
    setCodes(found)
    setSaid(text)
    await Promise.all([[...queryKey], ['sessions']].map((key) => cache.invalidateQueries({ queryKey: key })))
  }
  // Only now: the first page that opens would take the codes away.
  const onKept = () => {
    setCodes(undefined)
    void cache.invalidateQueries({ queryKey: ['me'] })
  }
  return (
    <section className="card">
      <h2>{t('factor.title')}</h2>
      {said && <Said>{said}</Said>}
      <ProblemNotice error={error} />
      {data && !data.isOn && data.isDemanded && <Notice look="warn">{t('factor.demanded')}</Notice>}
      {codes && <Codes codes={codes} onKept={onKept} />}
      {data && !codes && (
        <>
          <p>
            {t(data.isOn ? 'factor.on' : 'factor.off')}{' '}
            {data.isOn && <span className="nums">{t('factor.left', { count: data.recoveryCodes })}</span>}
          </p>
          {act === 'setup' && <FactorSetup onDone={(found) => void onDone(found, t('factor.otherSessions'))} />}
          {(act === 'renew' || act === 'remove') && (
            <FactorForm
              act={act}
              onDone={(found) => void onDone(found, act === 'remove' ? t('factor.turnedOff') : '')}
            />
          )}
          {!act && !data.isOn && (
            <Button look="primary" onClick={() => setAct('setup')}>
              {t('factor.start')}
            </Button>
          )}
          {!act && data.isOn && (
            <div className="row">
              <Button onClick={() => setAct('renew')}>{t('factor.new')}</Button>
              <Button look="danger" onClick={() => setAct('remove')}>
                {t('factor.remove')}
              </Button>
            </div>
          )}
          {act && <Button onClick={() => setAct(undefined)}>{t('cancel')}</Button>}
        </>
      )}
    </section>
  )
}

function Codes({ codes, onKept }: { codes: string[]; onKept: () => void }) {
  const { t } = useWords()
  return (
    <>
      <h3>{t('factor.codes')}</h3>
      <p>{t('factor.codesText')}</p>
      <ul className="recovery-codes nums">
        {codes.map((code) => (
          <li key={code}>
            <code>{code}</code>
          </li>
        ))}
      </ul>
      <Button look="primary" onClick={onKept}>
        {t('factor.kept')}
      </Button>
    </>
  )
}
