import { Search } from 'lucide-react'
import { Autocomplete, Header, Input, ListBox, ListBoxItem, ListBoxSection, SearchField } from 'react-aria-components'
import { useWords } from '../../i18n/i18n'

export interface ChoiceGroup {
  id: string
  /** Left out: the choices stand under no heading. */
  label?: string
  /** `mark`: said beside the choice. */
  choices: { id: string; label: string; mark?: string }[]
}

/** A list of choices that shrinks as one types; whoever shows it finds those that fit what is typed. */
export function ChoiceFinder({
  label,
  typed,
  groups,
  onType,
  onChoose,
}: {
  label: string
  typed: string
  groups: ChoiceGroup[]
  onType: (typed: string) => void
  onChoose: (id: string) => void
}) {
  const { t } = useWords()
  return (
    <Autocomplete inputValue={typed} onInputChange={onType}>
      <SearchField aria-label={label} autoFocus className="finder-box">
        <Search size={16} strokeWidth={1.9} aria-hidden />
        <Input className="input" placeholder={label} autoComplete="off" maxLength={200} />
      </SearchField>
      <ListBox
        aria-label={label}
        className="finder-list"
        items={groups}
        onAction={(key) => onChoose(String(key))}
        renderEmptyState={() => <p className="meta">{t('nothingFound')}</p>}
      >
        {(group: ChoiceGroup) => (
          <ListBoxSection id={`group ${group.id}`} items={group.choices} aria-label={group.label ?? label}>
            {group.label && <Header className="meta finder-head">{group.label}</Header>}
            {group.choices.map((choice) => (
              <ListBoxItem key={choice.id} id={choice.id} textValue={choice.label} className="finder-choice">
                <span>{choice.label}</span>
                {choice.mark && <span className="meta">{choice.mark}</span>}
              </ListBoxItem>
            ))}
          </ListBoxSection>
        )}
      </ListBox>
    </Autocomplete>
  )
}
