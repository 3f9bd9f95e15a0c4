import type { Attribute } from '../../api/types'
import { useWords } from '../../i18n/i18n'
import { DayField } from '../../kit/days/DayField'
import { Button } from '../../kit/Button'
import { CodePicker } from '../../kit/fields/CodePicker'
import { describeValue, readTag, writeTag } from '../../score/describe'
import { isOver, withTag } from './tags'
import { hongKongDay } from '../../kit/days/hongKong'

/** The codes that a record claims; a certification's own carry the day on which they end. */
export function TagsField({
  attribute,
  dated,
  value,
  errors,
  onChange,
}: {
  attribute: Attribute
  /** Whether each code may say until when it is claimed. */
  dated: boolean
  value: string[]
  errors?: string[] | undefined
  onChange: (tags: string[] | undefined) => void
}) {
  const words = useWords()
  const label = words.text(attribute.label)
  const set = (tags: string[]) => onChange(tags.length ? tags : undefined)
  return (
    <div className="tags-field" role="group" aria-label={label}>
      <CodePicker
        adding
        placeholder={words.t(`codes.of.${attribute.code}`, { defaultValue: words.t('codes.placeholder') })}
        label={label}
        items={attribute.values ?? []}
        value={undefined}
        errors={errors}
        onChange={(code) => code && set(withTag(value, code))}
      />
      {value.length > 0 && (
        <ul className="tag-list">
          {value.map((tag, index) => (
            <TagLine
              key={readTag(tag).code}
              tag={tag}
              name={describeValue([readTag(tag).code], attribute, words)}
              dated={dated}
              onChange={(next) => set(value.with(index, next))}
              onRemove={() => set(value.toSpliced(index, 1))}
            />
          ))}
        </ul>
      )}
    </div>
  )
}

function TagLine({
  tag,
  name,
  dated,
  onChange,
  onRemove,
}: {
  tag: string
  name: string
  dated: boolean
  onChange: (tag: string) => void
  onRemove: () => void
}) {
  const { t } = useWords()
  const { code, until } = readTag(tag)
  return (
    <li className={dated ? 'dated' : ''}>
      <span className="tag-name">{name}</span>
      {dated && (
        <span className="until">
          <span className="meta" aria-hidden="true">
            {t('tag.validTo')}
          </span>
          <DayField
            name={t('tag.validToOf', { name })}
            value={until ?? ''}
            onChange={(day) => onChange(writeTag(code, day || undefined))}
          />
        </span>
      )}
      {dated && isOver(until, hongKongDay()) && <span className="tag-over">{t('tag.over')}</span>}
      <Button look={['quiet', 'icon', 'small']} aria-label={t('criterion.remove', { name })} onClick={onRemove}>
        ✕
      </Button>
    </li>
  )
}
