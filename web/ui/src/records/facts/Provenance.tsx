import type { Attribute, BoardRecord, Space } from '../../api/types'
import { useWords } from '../../i18n/i18n'
import { Button } from '../../kit/Button'
import { isStale } from '../../score/describe'

/** Who says a value and since when; an old one is asked about: still true? */
export function Provenance({
  record,
  attribute,
  onConfirm,
}: {
  record: BoardRecord | Space
  attribute: Attribute
  onConfirm?: (() => void) | undefined
}) {
  const { t, text, format } = useWords()
  if (!(attribute.code in record.values)) return null
  const fact = record.facts?.[attribute.code]
  const verifiedOn = fact?.verifiedOn ?? record.verifiedOn
  const stale = verifiedOn === undefined || isStale(verifiedOn, attribute.freshDays)
  return (
    <div className={`provenance meta${stale ? ' old' : ''}`}>
      <span>
        {[
          fact?.source ?? record.source ?? t('record.noSource'),
          verifiedOn ? t('record.verified', { day: format.day(verifiedOn) }) : t('facts.unverified'),
        ].join(' · ')}
      </span>
      {stale && <b className="stale-mark">{t('stale.short')}</b>}
      {stale && onConfirm && (
        <Button look="small" onClick={onConfirm}>
          {t('question.stillTrue')}
          <span className="visually-hidden">: {text(attribute.label)}</span>
        </Button>
      )}
    </div>
  )
}
