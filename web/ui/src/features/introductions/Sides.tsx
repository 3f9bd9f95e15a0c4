import { Link } from 'wouter'
import type { Introduction } from '../../api/introductions'
import { useWords } from '../../i18n/i18n'
import { otherOf, ownOf, sideName, sideOf } from '../../introductions/status'
import { Teaser } from '../../introductions/Teaser'
import type { BoardCode } from '../../api/types'
import { boards } from '../../kinds/boards'
import { rowOf } from '../../kinds/kinds'

/** What is told of the other side so far. */
export function OtherSide({ introduction }: { introduction: Introduction }) {
  const words = useWords()
  const { t } = words
  const other = otherOf(introduction)
  return (
    <section className="card">
      <h2>{t('introductions.other')}</h2>
      {sideName(other, words).alias && <p className="meta">{t('introductions.otherHint')}</p>}
      {other.teaser && <Teaser teaser={other.teaser} board={introduction.board} />}
    </section>
  )
}

/** What of one's own it is about, for people with an account also as links. */
export function Subject({ introduction, linked }: { introduction: Introduction; linked: boolean }) {
  const { t, text, format } = useWords()
  const side = sideOf(introduction)
  const { demand, demandName, match, matchName, board, score } = introduction
  const name = text(matchName) || match
  const path =
    match &&
    (side === 'seeker' ? demand && `/demands/${demand}?match=${encodeURIComponent(match)}` : ownPath(board, match))
  const lines: [string, string | undefined, string | undefined][] = [
    [
      t('introductions.demand'),
      side === 'seeker' ? text(demandName) || t('demand.unnamed') : undefined,
      demand && `/demands/${demand}`,
    ],
    [t(`introductions.matchOf.${side}`), name, path],
    [t('introductions.score'), score === undefined ? undefined : format.score(score), undefined],
  ]
  return (
    <dl className="subject">
      {lines
        .filter(([, value]) => value)
        .map(([label, value, to]) => (
          <div key={label}>
            <dt className="meta">{label}</dt>
            <dd>{to && linked ? <Link href={to}>{value}</Link> : value}</dd>
          </div>
        ))}
    </dl>
  )
}

const ownPath = (board: BoardCode, match: string) => rowOf(boards[board].collection).ownPage?.(match.split('+')[0]!)

/** What the other side reads of the reader, so that a yes is given knowingly. */
export function OwnSide({ introduction }: { introduction: Introduction }) {
  const { t, text } = useWords()
  const own = ownOf(introduction)
  // A public profile is known by its name from the start; only once details are out is that certain for all.
  const known = introduction.releasedAt ? text(own.details?.name) || text(own.name) : ''
  return (
    <details className="card group">
      <summary>
        <h3>{t('introductions.own')}</h3>
      </summary>
      <p>
        {known
          ? t('introductions.knownByName', { name: known })
          : t('introductions.knownAs', { alias: text(own.alias) })}
      </p>
      {own.teaser && <Teaser teaser={own.teaser} board={introduction.board} />}
    </details>
  )
}
