import type { Term } from '../../api/types'
import { useWords } from '../../i18n/i18n'
import { Button } from '../../kit/Button'
import type { Branch } from './terms'

interface TermTreeProps {
  branches: Branch[]
  terms: Term[]
  /** Every branch stands open, as after a search. */
  open: boolean
  onEdit: (term: Term) => void
  onAdd: (below: string) => void
  onMove: (term: Term) => void
}

/** Nested lists: what is narrower folds away under what is broader. */
export function TermTree({ branches, ...rest }: TermTreeProps) {
  return (
    <ul className="term-tree">
      {branches.map((branch) => (
        <TermBranch key={branch.term.code} branch={branch} {...rest} />
      ))}
    </ul>
  )
}

function TermBranch({ branch, ...rest }: { branch: Branch } & Omit<TermTreeProps, 'branches'>) {
  const { term, below } = branch
  if (below.length === 0)
    return (
      <li className="leaf">
        <TermLine term={term} {...rest} />
      </li>
    )
  return (
    <li>
      <TermLine term={term} {...rest} />
      <details key={String(rest.open)} open={rest.open}>
        <summary>
          <Below count={below.length} />
        </summary>
        <TermTree branches={below} {...rest} />
      </details>
    </li>
  )
}

function Below({ count }: { count: number }) {
  const { t } = useWords()
  return <span className="meta nums">{t('taxonomy.below', { count })}</span>
}

function TermLine({ term, terms, onEdit, onAdd, onMove }: { term: Term } & Omit<TermTreeProps, 'branches'>) {
  const { t, text } = useWords()
  const name = text(term.label) || term.code
  const moved = term.movedTo && (text(terms.find(({ code }) => code === term.movedTo)?.label) || term.movedTo)
  const about = <span className="visually-hidden">: {name}</span>
  return (
    <div className={`term${moved ? ' moved' : ''}`}>
      <div>
        <b>{name}</b> <code className="meta">{term.code}</code>
        {moved && <span className="meta"> {t('taxonomy.movedTo', { name: moved })}</span>}
      </div>
      <div className="row">
        <Button look={['small', 'quiet']} onClick={() => onEdit(term)}>
          {t('edit')}
          {about}
        </Button>
        {!moved && (
          <Button look={['small', 'quiet']} onClick={() => onAdd(term.code)}>
            {t('taxonomy.addBelow')}
            {about}
          </Button>
        )}
        {!moved && (
          <Button look={['small', 'quiet']} onClick={() => onMove(term)}>
            {t('taxonomy.move')}
            {about}
          </Button>
        )}
      </div>
    </div>
  )
}
