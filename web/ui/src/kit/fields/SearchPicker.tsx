import { useState } from 'react'
import { ComboBox, Input, Label, ListBox, ListBoxItem, Popover } from 'react-aria-components'
import { useWords } from '../../i18n/i18n'

export interface Candidate {
  id: string
  name: string
  /** What tells it from others of the same name. */
  detail?: string
}

/** One record found by typing; whoever shows it asks the server with what was typed. */
export function SearchPicker({ onChange, ...rest }: SearchPickerProps) {
  // The name that comes once something is chosen would open the list again; a new field in its place stays shut.
  const [round, setRound] = useState(0)
  return (
    <Picker
      key={round}
      {...rest}
      autoFocus={round > 0}
      onChange={(id) => {
        setRound(round + 1)
        onChange(id)
      }}
    />
  )
}

interface SearchPickerProps {
  label: string
  /** The name of what is chosen. */
  shown: string
  candidates: Candidate[]
  errors?: string[] | undefined
  onType: (text: string) => void
  onChange: (id: string) => void
}

function Picker({
  label,
  shown,
  candidates,
  errors,
  onType,
  onChange,
  autoFocus,
}: SearchPickerProps & { autoFocus: boolean }) {
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
  return (
    <ComboBox
      className="field code-picker"
      inputValue={typed ?? shown}
      onInputChange={type}
      onSelectionChange={(key) => choose(key as string | null)}
      selectedKey={null}
      items={candidates}
      allowsEmptyCollection
      menuTrigger="input"
      autoFocus={autoFocus}
      isInvalid={Boolean(errors?.length)}
      onBlur={() => setTyped(undefined)}
    >
      <Label>{label}</Label>
      <Input className="input" placeholder={t('pick.placeholder')} />
      {errors && errors.length > 0 && <span className="error">{errors.join(' ')}</span>}
      <Popover className="code-list">
        <ListBox renderEmptyState={() => <p className="meta">{t('nothingFound')}</p>}>
          {(item: Candidate) => (
            <ListBoxItem id={item.id} textValue={item.name} className="code-choice">
              <span>{item.name}</span>
              {item.detail && <span className="meta">{item.detail}</span>}
            </ListBoxItem>
          )}
        </ListBox>
      </Popover>
    </ComboBox>
  )
}
