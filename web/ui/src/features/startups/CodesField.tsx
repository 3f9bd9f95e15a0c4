import type { ListItem } from '../../api/types'
import { useWords } from '../../i18n/i18n'
import { Button } from '../../kit/Button'
import { CodePicker } from '../../kit/fields/CodePicker'
import { mostCodes } from './startUps'

/** Codes of a taxonomy, found by typing, each to be taken away again. */
export function CodesField({
  label,
  items,
  value,
  onChange,
}: {
  label: string
  items: ListItem[]
  value: string[]
  onChange: (codes: string[]) => void
}) {
  const { t, text } = useWords()
  const nameOf = (code: string) => text(items.find((item) => item.code === code)?.label) || code
  return (
    <div className="tags-field" role="group" aria-label={label}>
      {value.length < mostCodes && (
        <CodePicker
          adding
          label={label}
          placeholder={t('codes.placeholder')}
          items={items}
          value={undefined}
          onChange={(code) => code && !value.includes(code) && onChange([...value, code])}
        />
      )}
      {value.length > 0 && (
        <ul className="tag-list">
          {value.map((code) => (
            <li key={code}>
              <span className="tag-name">{nameOf(code)}</span>
              <Button
                look={['quiet', 'icon', 'small']}
                aria-label={t('criterion.remove', { name: nameOf(code) })}
                onClick={() => onChange(value.filter((other) => other !== code))}
              >
                ✕
              </Button>
            </li>
          ))}
        </ul>
      )}
    </div>
  )
}
