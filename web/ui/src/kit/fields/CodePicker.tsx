import { useState } from 'react'
import { Button, ComboBox, Input, Label, ListBox, ListBoxItem, Popover } from 'react-aria-components'
import type { ListItem } from '../../api/types'
import { useWords, type Words } from '../../i18n/i18n'
import { broaderOf, findCodes } from './codes'

interface CodePickerProps {
  label: string
  items: ListItem[]
  value: string | undefined
  errors?: string[] | undefined
  onChange: (code: string | undefined) => void
  /** Empties itself after each choice, for lists of codes. */
  adding?: boolean
  placeholder?: string | undefined
}

/** One code of a taxonomy, found by typing any of its words in any language; each choice shows what it belongs to. */
export function CodePicker({ adding = false, onChange, ...rest }: CodePickerProps) {
  // A field that empties itself would open its list again, over everything else; a new one in its place stays shut.
  const [round, setRound] = useState(0)
  const choose = (code: string | undefined) => {
    if (adding) setRound(round + 1)
    onChange(code)
  }
  return <Picker key={round} {...rest} adding={adding} autoFocus={round > 0} onChange={choose} />
}

function Picker({
  label,
  items,
  value,
  errors,
  onChange,
  adding,
  autoFocus,
  placeholder,
}: CodePickerProps & { adding: boolean; autoFocus: boolean }) {
  const words = useWords()
  const nameOf = (code: string | undefined) =>
    code ? words.text(items.find((item) => item.code === code)?.label) || code : ''
  const [typed, setTyped] = useState<string>()
  const shown = typed ?? nameOf(value)
  const found = findCodes(items, typed ?? '')
  const choose = (code: string | null) => {
    setTyped(adding ? '' : undefined)
    if (code) onChange(code)
  }
  return (
    <ComboBox
      className="field code-picker"
      inputValue={shown}
      onInputChange={setTyped}
      onSelectionChange={(key) => choose(key as string | null)}
      items={found.map((item) => ({ ...item, id: item.code }))}
      selectedKey={adding ? null : (value ?? null)}
      menuTrigger={adding ? 'input' : 'focus'}
      allowsEmptyCollection
      autoFocus={autoFocus}
      isInvalid={Boolean(errors?.length)}
      onBlur={() => setTyped(adding ? '' : undefined)}
    >
      <Label>{label}</Label>
      <div className="with-button">
        <Input className="input" placeholder={placeholder ?? words.t('codes.placeholder')} />
        <Button className="open-list" aria-label={words.t('codes.open')}>
          <span aria-hidden="true">▾</span>
        </Button>
      </div>
      {errors && errors.length > 0 && <span className="error">{errors.join(' ')}</span>}
      <Popover className="code-list">
        <ListBox renderEmptyState={() => <p className="meta">{words.t('codes.none')}</p>}>
          {(item: ListItem & { id: string }) => <Choice item={item} items={items} words={words} />}
        </ListBox>
      </Popover>
    </ComboBox>
  )
}

function Choice({ item, items, words }: { item: ListItem & { id: string }; items: ListItem[]; words: Words }) {
  const name = words.text(item.label) || item.code
  const above = broaderOf(items, item.code).map((broader) => words.text(broader.label))
  return (
    <ListBoxItem id={item.id} textValue={name} className="code-choice">
      <span>{name}</span>
      {above.length > 0 && <span className="meta">{above.join(' › ')}</span>}
    </ListBoxItem>
  )
}
