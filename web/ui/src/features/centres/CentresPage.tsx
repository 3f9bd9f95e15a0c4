import { useState } from 'react'
import { useLocation } from 'wouter'
import { useSchema } from '../../api/boards'
import { api } from '../../api/client'
import type { Centre, Named } from '../../api/types'
import { useWords } from '../../i18n/i18n'
import { Button } from '../../kit/Button'
import { Dialog } from '../../kit/overlays/Dialog'
import { PageHeading } from '../../kit/PageHeading'
import { ProblemNotice } from '../../kit/Notice'
import { NameFields } from '../../records/fields/RecordFields'
import { RecordList } from '../../records/RecordList'
import { describeValue } from '../../score/describe'

/** The office's list of R&D centres. */
export default function CentresPage() {
  const words = useWords()
  const { t } = words
  const schema = useSchema('research')
  const [, go] = useLocation()
  const [creating, setCreating] = useState(false)
  return (
    <div className="page">
      <div className="page-head">
        <PageHeading title={t('nav.centres')} />
        <Button look="primary" onClick={() => setCreating(true)}>
          {t('centre.create')}
        </Button>
      </div>
      <RecordList
        collection="centres"
        describe={({ values }) =>
          ['platform', 'fields']
            .filter((code) => code in values)
            .map((code) => describeValue(values[code], schema.byCode.get(code), words))
            .join(' · ')
        }
      />
      {creating && <NewCentre onClose={() => setCreating(false)} onSaved={({ id }) => go(`/centres/${id}`)} />}
    </div>
  )
}

function NewCentre({ onSaved, onClose }: { onSaved: (centre: Centre) => void; onClose: () => void }) {
  const { t } = useWords()
  const [name, setName] = useState<Named>({})
  const [error, setError] = useState<unknown>()
  const save = () => api.post('/api/centres', { body: { name, values: {}, public: false } }).then(onSaved, setError)
  return (
    <Dialog
      title={t('centre.create')}
      closeLabel={t('close')}
      onClose={onClose}
      footer={
        <Button look="primary" onClick={() => void save()}>
          {t('centre.create')}
        </Button>
      }
    >
      <ProblemNotice error={error} />
      <NameFields name={name} errors={{}} onChange={setName} />
    </Dialog>
  )
}
