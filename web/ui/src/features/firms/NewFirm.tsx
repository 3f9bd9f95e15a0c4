import { useState } from 'react'
import { api, ProblemError } from '../../api/client'
import type { Duplicates, LocalText, Named, Value } from '../../api/types'
import { useWords } from '../../i18n/i18n'
import { Button } from '../../kit/Button'
import { Dialog } from '../../kit/Dialog'
import { TextField } from '../../kit/Field'
import { Notice, ProblemNotice } from '../../kit/Notice'
import { AddressFields } from '../../records/AddressFields'
import { NameFields } from '../../records/RecordFields'
import { RecordPicker } from '../../records/RecordPicker'
import { withoutEmpty } from '../../records/useRecordEditor'
import { Candidates } from './Candidates'

interface Draft {
  name: Named
  address?: LocalText | undefined
  registrationNumber: string
  buildingId?: string
  values: Record<string, Value>
}

/** A firm goes in only after a look at those that may be the same; the officer decides. */
export function NewFirm({ onClose, onOpen }: { onClose: () => void; onOpen: (id: string) => void }) {
  const { t } = useWords()
  const [draft, setDraft] = useState<Draft>({ name: {}, registrationNumber: '', values: {} })
  const [state, setState] = useState<{ found?: Duplicates; unchecked?: boolean; error?: unknown; busy?: boolean }>({})
  const errors = state.error instanceof ProblemError ? (state.error.problem.errors ?? {}) : {}
  const change = (next: Partial<Draft>) => {
    setDraft({ ...draft, ...next })
    setState({})
  }
  const body = { ...withoutEmpty(draft), public: false }
  const create = () =>
    api.post('/api/firms', { body }).then(
      ({ id }) => onOpen(id),
      (error: unknown) => setState({ error }),
    )
  const check = async () => {
    setState({ busy: true })
    try {
      const found = await api.post('/api/firms/duplicates', { body })
      if (found.verdict === 'new' || found.candidates.length === 0) await create()
      else setState({ found })
    } catch (error) {
      // Where the check itself fails, the officer decides; a field that is wrong comes first.
      setState({ error, unchecked: error instanceof ProblemError && error.status !== 422 })
    }
  }
  return (
    <Dialog
      title={t('firm.create')}
      closeLabel={t('close')}
      onClose={onClose}
      footer={
        state.found || state.unchecked ? (
          <Button look="danger" onClick={() => void create()}>
            {t(state.found ? 'firm.createAnyway' : 'firm.createUnchecked')}
          </Button>
        ) : (
          <Button look="primary" disabled={state.busy} onClick={() => void check()}>
            {t('firm.create')}
          </Button>
        )
      }
    >
      {Object.keys(errors).length === 0 && !state.unchecked && <ProblemNotice error={state.error} />}
      {state.unchecked && <Notice look="warn">{t('duplicates.unchecked')}</Notice>}
      <NameFields name={draft.name} errors={errors} onChange={(name) => change({ name })} />
      <AddressFields address={draft.address} errors={errors} onChange={(address) => change({ address })} />
      <TextField
        label={t('firm.registrationNumber')}
        value={draft.registrationNumber}
        errors={errors.registrationNumber}
        onChange={(event) => change({ registrationNumber: event.target.value })}
      />
      <RecordPicker
        collection="buildings"
        label={t('firm.building')}
        value={draft.buildingId}
        errors={errors.buildingId}
        onChange={({ id, values: { location, district } }) =>
          change({
            buildingId: id,
            values: { ...(location !== undefined && { location }), ...(district !== undefined && { district }) },
          })
        }
      />
      {state.found && <Found found={state.found} onOpen={onOpen} />}
    </Dialog>
  )
}

function Found({ found, onOpen }: { found: Duplicates; onOpen: (id: string) => void }) {
  const { t } = useWords()
  return (
    <>
      <Notice look="warn">{t(`duplicates.${found.verdict}`)}</Notice>
      <Candidates found={found} action={t('duplicates.open')} onChoose={onOpen} />
    </>
  )
}
