import { type RefObject, useState } from 'react'
import type { Attribute, BoardCode } from '../../api/types'
import { useWords } from '../../i18n/i18n'
import { ChoiceFinder } from '../../kit/fields/ChoiceFinder'
import { findCodes } from '../../kit/fields/codes'
import { Popup } from '../../kit/overlays/Popup'
import { boards } from '../../kinds/boards'
import './popup.css'

/** The attributes by what they are about; what is typed finds them by their words in all three languages. */
export default function ConditionFinder({
  board,
  attributes,
  held,
  triggerRef,
  onClose,
  onChoose,
}: {
  board: BoardCode
  attributes: Attribute[]
  /** Whether the requirement asks for it already. */
  held: (attribute: Attribute) => boolean
  triggerRef: RefObject<HTMLElement | null>
  onClose: () => void
  onChoose: (code: string) => void
}) {
  const { t, text } = useWords()
  const [typed, setTyped] = useState('')
  const listed = (members: Attribute[]) =>
    members.map((entry) => ({
      id: entry.code,
      label: text(entry.label),
      ...(held(entry) && { mark: t('requirement.held') }),
    }))
  const inGroups = boards[board].groups.map(([key, codes]) => ({
    id: key,
    label: t(`group.${key}`),
    choices: listed(codes.flatMap((code) => attributes.find((attribute) => attribute.code === code) ?? [])),
  }))
  const others = attributes.filter(({ code }) => !boards[board].groups.some(([, codes]) => codes.includes(code)))
  const found = findCodes(attributes, typed).flatMap(
    ({ code }) => attributes.find((entry) => entry.code === code) ?? [],
  )
  const groups = typed.trim()
    ? [{ id: 'found', choices: listed(found) }]
    : [...inGroups, { id: 'other', label: t('group.other'), choices: listed(others) }]
  return (
    <Popup label={t('requirement.add')} triggerRef={triggerRef} onClose={onClose} className="finder" maxHeight={440}>
      <ChoiceFinder
        label={t('requirement.find')}
        typed={typed}
        groups={groups.filter(({ choices }) => choices.length > 0)}
        onType={setTyped}
        onChoose={onChoose}
      />
    </Popup>
  )
}
