import { useState } from 'react'
import { ComboBox, Input, Label, ListBox, ListBoxItem, Popover } from 'react-aria-components'
import { useWords } from '../i18n/i18n'

export interface Candidate {
  id: string
  name: string
  /** What tells it from others of the same name. */
  detail?: string
}

/** One record found by typing; whoever shows it asks the server with what was typed. */
export function SearchPicker({ label, chosen, shown, candidates, errors, onType, onChange }: {
  label: string
  /** The id of what is chosen, and its name. */
  chosen: string | undefined
  shown: string
  candidates: Candidate[]
  errors?: string[] | undefined
  onType: (text: string) => void
  onChange: (id: string) => void
}) {
  const { t } = useWords()
  const [typed, setTyped] = useState<string>()
  const type = (text: string) => {
    setTyped(text)
    onType(text)
  }
  const choose = (id: string | null) => {
    setTyped(undefined)
    if (id) onChange(id)
  }
  // Where the key and the text did not change together, the list would open again over what stands below.
  const key = typed === undefined && candidates.some(({ id }) => id === chosen) ? (chosen ?? null) : null
  return (
    <ComboBox className="field code-picker" inputValue={typed ?? shown} onInputChange={type} onSelectionChange={(key) => choose(key as string | null)} selectedKey={key}
      items={candidates} allowsEmptyCollection menuTrigger="input" isInvalid={Boolean(errors?.length)} onBlur={() => setTyped(undefined)}>
      <Label>{label}</Label>
      <Input className="input" placeholder={t('pick.placeholder')} />
      {errors && errors.length > 0 && <span className="error">{errors.join(' ')}</span>}
      <Popover className="code-list">
        <ListBox renderEmptyState={() => <p className="meta">{t('nothingFound')}</p>}>
          {(item: Candidate) => (
            <ListBoxItem id={item.id} textValue={item.name} className="code-choice"><span>{item.name}</span>{item.detail && <span className="meta">{item.detail}</span>}</ListBoxItem>
          )}
        </ListBox>
      </Popover>
    </ComboBox>
  )
}
