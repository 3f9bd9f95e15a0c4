import { X } from 'lucide-react'
import type { ListItem } from '../../api/types'
import { useWords } from '../../i18n/i18n'
import { Button } from '../../kit/Button'
import { CodePicker } from '../../kit/fields/CodePicker'

/** Codes of one list, each once and in the order in which they were chosen. */
export function CodesField({
  label,
  items,
  codes,
  errors,
  nameOf,
  onChange,
}: {
  label: string
  items: ListItem[]
  codes: string[]
  errors: string[] | undefined
  nameOf: (items: ListItem[], code: string) => string
  onChange: (codes: string[]) => void
}) {
  const { t } = useWords()
  return (
    <div className="codes-field" role="group" aria-label={label}>
      <CodePicker
        label={label}
        items={items.filter(({ code }) => !codes.includes(code))}
        value={undefined}
        adding
        errors={errors}
        onChange={(code) => code && onChange([...codes, code])}
      />
      {codes.length > 0 && (
        <ul>
          {codes.map((code) => (
            <li key={code}>
              {nameOf(items, code)}{' '}
              <Button
                look="small"
                aria-label={t('datedTable.removeOf', { name: nameOf(items, code) })}
                onClick={() => onChange(codes.filter((each) => each !== code))}
              >
                <X size={14} aria-hidden />
              </Button>
            </li>
          ))}
        </ul>
      )}
    </div>
  )
}
