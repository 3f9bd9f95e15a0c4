import { useState } from 'react'
import type { Introduction, Load } from '../../../api/introductions'
import { useWords } from '../../../i18n/i18n'
import { SelectField } from '../../../kit/fields/Field'
import { FormDialog } from '../../../kit/overlays/FormDialog'
import { pairName } from '../labels'
import { ConclusionFields } from '../ConclusionFields'
import { officerOptions } from '../MoveDialog'
import { LettersPreview, type Plan } from '../../../introductions/preview/LettersPreview'
import { type BulkAct, type BulkValues, choicesOf, isComplete, planOf } from './bulk'
import type { Waiting } from './useBulk'

/** What is done to the chosen cards: only what at least one of them allows, and to those that allow it. */
export function BulkDialog({
  cards,
  officers,
  onStart,
  onClose,
}: {
  cards: readonly Introduction[]
  officers: readonly Load[]
  onStart: (asked: Waiting) => void
  onClose: () => void
}) {
  const words = useWords()
  const { t } = words
  const choices = choicesOf(cards)
  const [chosen, setChosen] = useState<BulkAct | undefined>(choices[0]?.act)
  const [values, setValues] = useState<BulkValues>({ outcome: '', reason: '', officer: '' })
  const set = (part: Partial<BulkValues>) => setValues({ ...values, ...part })
  const choice = choices.find(({ act }) => act === chosen)
  const left = cards.length - (choice?.cards.length ?? 0)
  const send = () => {
    if (choice && isComplete(choice.act, values)) onStart({ ...choice, values })
    return Promise.resolve(undefined)
  }
  return (
    <FormDialog
      title={t('desk.bulk.moveTitle', { count: cards.length })}
      submit={t('desk.bulk.start', { count: choice?.cards.length ?? 0 })}
      fields={[]}
      onClose={onClose}
      onSubmit={send}
    >
      {() =>
        choice ? (
          <>
            <SelectField
              label={t('desk.bulk.what')}
              value={choice.act}
              onChange={(event) => setChosen(event.target.value as BulkAct)}
              options={choices.map(({ act, cards: those }) => ({
                value: act,
                label: t('desk.bulk.choice', {
                  act: t(act === 'assign' ? 'desk.assign' : `desk.act.${act}`),
                  count: those.length,
                }),
              }))}
            />
            {choice.act === 'conclude' && <ConclusionFields ending={values} onChange={set} />}
            {choice.act === 'assign' && (
              <SelectField
                label={t('desk.officer')}
                required
                value={values.officer}
                onChange={(event) => set({ officer: event.target.value })}
                options={officerOptions(officers, t('choose'))}
              />
            )}
            {left > 0 && <p className="meta">{t('desk.bulk.left', { count: left })}</p>}
            <h3>{t('desk.bulk.letters')}</h3>
            {choice.cards.map((card) => (
              <OneCard
                key={`${card.id} ${choice.act}`}
                card={card}
                name={pairName(card, words)}
                plan={planOf(choice.act, values)}
              />
            ))}
          </>
        ) : (
          <p>{t('desk.bulk.nothing')}</p>
        )
      }
    </FormDialog>
  )
}

/** One card with the letters that its act sends, read once somebody opens them. */
function OneCard({ card, name, plan }: { card: Introduction; name: string; plan: Plan }) {
  const [open, setOpen] = useState(false)
  return (
    <details className="group" onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>{name}</summary>
      {open && <LettersPreview card={card} plan={plan} />}
    </details>
  )
}
