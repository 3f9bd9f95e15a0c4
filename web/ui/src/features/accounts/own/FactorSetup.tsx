import { useState } from 'react'
import { api } from '../../../api/client'
import type { FactorOffer } from '../../../api/types'
import { useSave } from '../../../api/useSave'
import { useWords } from '../../../i18n/i18n'
import { Button } from '../../../kit/Button'
import { TextField } from '../../../kit/fields/Field'
import { ProblemNotice } from '../../../kit/Notice'
import { qrPath } from './qr'
import { OwnProof } from './OwnProof'

/** First the password, then the picture for the app, then the app's first code. */
export function FactorSetup({ onDone }: { onDone: (codes: string[]) => void }) {
  const [offer, setOffer] = useState<FactorOffer>()
  return offer ? <Confirm offer={offer} onDone={onDone} /> : <Begin onOffer={setOffer} />
}

function Begin({ onOffer }: { onOffer: (offer: FactorOffer) => void }) {
  const { t } = useWords()
  const { onSubmit, busy, error, errors } = useSave()
  const [password, setPassword] = useState('')
  const submit = onSubmit(async () => onOffer(await api.post('/api/me/second-factor', { body: { password } })))
  return (
    <form className="factor-form" onSubmit={submit}>
      {!errors.password && <ProblemNotice error={error} />}
      <OwnProof errors={errors.password} value={password} onChange={setPassword} />
      <Button look="primary" type="submit" disabled={busy}>
        {t('factor.start')}
      </Button>
    </form>
  )
}

function Confirm({ offer, onDone }: { offer: FactorOffer; onDone: (codes: string[]) => void }) {
  const { t } = useWords()
  const { onSubmit, busy, error, errors } = useSave()
  const [code, setCode] = useState('')
  const submit = onSubmit(async () =>
    onDone((await api.post('/api/me/second-factor/confirm', { body: { code } })).codes),
  )
  const size = offer.picture.length
  return (
    <form className="factor-form" onSubmit={submit}>
      <p>{t('factor.scan')}</p>
      <svg className="qr" role="img" aria-label={t('factor.picture')} viewBox={`-4 -4 ${size + 8} ${size + 8}`}>
        <path d={qrPath(offer.picture)} />
      </svg>
      <p>
        {t('factor.secret')} <code className="factor-secret">{offer.secret}</code>
      </p>
      {!errors.code && <ProblemNotice error={error} />}
      <TextField
        label={t('account.code')}
        inputMode="numeric"
        autoComplete="one-time-code"
        required
        errors={errors.code}
        value={code}
        onChange={(event) => setCode(event.target.value)}
      />
      <Button look="primary" type="submit" disabled={busy}>
        {t('factor.confirm')}
      </Button>
    </form>
  )
}
