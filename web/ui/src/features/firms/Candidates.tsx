import type { Duplicates } from '../../api/types'
import { useWords } from '../../i18n/i18n'
import { Button } from '../../kit/Button'

/** Firms that may be the same, each with what they have in common. */
export function Candidates({
  found,
  action,
  onChoose,
}: {
  found: Duplicates
  action: string
  onChoose: (id: string) => void
}) {
  const { t, text, format } = useWords()
  return (
    <ul className="rows">
      {found.candidates.map(({ id, name, reasons }) => {
        const named = text(name) || id
        return (
          <li key={id}>
            <span>
              <b>{named}</b>
              <span className="meta">
                {' '}
                {format.list(reasons.map((reason) => t(`duplicates.reason.${reason}`, { defaultValue: reason })))}
              </span>
            </span>
            <Button look="small" onClick={() => onChoose(id)}>
              {action}
              <span className="visually-hidden">: {named}</span>
            </Button>
          </li>
        )
      })}
    </ul>
  )
}
