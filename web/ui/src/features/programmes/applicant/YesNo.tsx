import { type Flag, put, type Said } from '../../../funding/programmes'
import { useWords } from '../../../i18n/i18n'
import { Segments } from '../../../kit/fields/Field'

/** A question that is answered by yes or no, or not at all. */
export function YesNo({ flag, said, onSay }: { flag: Flag; said: Said; onSay: (said: Said) => void }) {
  const { t } = useWords()
  const known = said.flags[flag]
  const options = [
    { value: 'yes', label: t('yes') },
    { value: 'no', label: t('no') },
    { value: '', label: t('programmes.notSaid') },
  ]
  return (
    <Segments
      label={t(`programmes.fact.${flag}`)}
      options={options}
      value={known === undefined ? '' : known ? 'yes' : 'no'}
      onChange={(value) => {
        onSay({ ...said, flags: put(said.flags, flag, value === '' ? undefined : value === 'yes') })
      }}
    />
  )
}
