import { useState } from 'react'
import { api, ProblemError } from '../../api/client'
import type { Duplicates, LocalText, Named, Value } from '../../api/types'
import { useSave } from '../../api/useSave'
import { useWords } from '../../i18n/i18n'
import { Button } from '../../kit/Button'
import { Dialog } from '../../kit/overlays/Dialog'
import { TextField } from '../../kit/fields/Field'
import { Notice, ProblemNotice } from '../../kit/Notice'
import { AddressFields } from '../../records/fields/AddressFields'
import { NameFields } from '../../records/fields/RecordFields'
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
  const check = useSave<Duplicates | undefined>()
  const creation = useSave()
  const found = check.result
  // Where the check itself fails, the officer decides; a field that is wrong comes first.
  const unchecked = check.error instanceof ProblemError && check.error.status !== 422
  const error = creation.error ?? check.error
  const errors = error instanceof ProblemError ? error.errors : {}
  const change = (next: Partial<Draft>) => {
    setDraft({ ...draft, ...next })
    check.clear()
    creation.clear()
  }
  const body = { ...withoutEmpty(draft), public: false }
  const post = async () => {
    try {
      onOpen((await api.post('/api/firms', { body })).id)
    } catch (failure) {
      // A firm that was refused is checked again.
      check.clear()
      throw failure
    }
  }
  const create = () => creation.run(post)
  const createUnlessKnown = async () => {
    const duplicates = await api.post('/api/firms/duplicates', { body })
    if (duplicates.verdict !== 'new' && duplicates.candidates.length > 0) return duplicates
    await create()
    return undefined
  }
  const start = () => {
    creation.clear()
    void check.run(createUnlessKnown)
  }
  return (
    <Dialog
      title={t('firm.create')}
      closeLabel={t('close')}
      onClose={onClose}
      footer={
        found || unchecked ? (
          <Button look="danger" onClick={() => void create()}>
            {t(found ? 'firm.createAnyway' : 'firm.createUnchecked')}
          </Button>
        ) : (
          <Button look="primary" disabled={check.busy} onClick={start}>
            {t('firm.create')}
          </Button>
        )
      }
    >
      {Object.keys(errors).length === 0 && !unchecked && <ProblemNotice error={error} />}
      {unchecked && <Notice look="warn">{t('duplicates.unchecked')}</Notice>}
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
      {found && <Found found={found} onOpen={onOpen} />}
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
