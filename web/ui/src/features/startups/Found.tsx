import { Link } from 'wouter'
import { useSchema } from '../../api/boards'
import type { BoardCode } from '../../api/types'
import { useWords } from '../../i18n/i18n'
import { describeValue } from '../../score/describe'
import { ScoreTile } from '../../score/ScoreTile'
import { AdmissionWord } from '../../uses/AdmissionMark'
import { OperatorSource } from '../../uses/OperatorSource'
import '../../uses/uses.css'
import { type Find, type Finds, findsPath } from './startUps'

/** Which codes a board's matches claim. */
const claims: Partial<Record<string, string>> = { research: 'fields', partners: 'capabilities', opportunities: 'needs' }

/** What a board has for a step, as the reader sees it, with the way to all of it. */
export function Found({ found, name }: { found: Finds; name: string }) {
  const words = useWords()
  const { t } = words
  const districts = useSchema('sites').byCode.get('district')
  const { board } = found
  if (!found.browsed) return <p className="startup-none">{t(`startUps.notBrowsed.${board}`)}</p>
  return (
    <>
      {found.asks && <p className="startup-none">{t(`startUps.asks.${found.asks}`)}</p>}
      {!found.asks && found.best.length === 0 && <p className="startup-none">{t('startUps.nothing')}</p>}
      {found.best.length > 0 && (
        <ul className="startup-found">
          {found.best.map((each) => (
            <Match key={each.id} each={each} found={found} board={board} />
          ))}
        </ul>
      )}
      {found.best.length > 0 && (
        <p>
          <Link href={findsPath(found)}>
            {t(`startUps.all.${board}`)}
            <span className="visually-hidden">: {name}</span>
          </Link>
        </p>
      )}
      {found.campuses.length > 0 && (
        <>
          <h4>{t('startUps.campuses')}</h4>
          <ul className="startup-found">
            {found.campuses.map((campus) => (
              <li key={campus.district}>
                <span>
                  {describeValue(campus.district, districts, words)}{' '}
                  {campus.sample && <span className="tag sample">{t('sample')}</span>}
                  <OperatorSource source={campus.source} />
                </span>
                <AdmissionWord verdict={campus.admission} />
              </li>
            ))}
          </ul>
        </>
      )}
    </>
  )
}

function Match({ each, found, board }: { each: Find; found: Finds; board: BoardCode }) {
  const words = useWords()
  const { t, text, format } = words
  const attribute = useSchema(board).byCode.get(claims[board] ?? '')
  const has = each.has.length > 0 ? describeValue(each.has, attribute, words) : undefined
  const unit = each.unit && t('unitName', { unit: each.unit })
  // A published need has no name that others may read: what it asks for names it.
  const title = [text(each.name), unit].filter(Boolean).join(' ') || (has ?? each.id)
  return (
    <li>
      <span>
        <Link href={findsPath(found, each.id)}>{title}</Link>{' '}
        {each.sample && <span className="tag sample">{t('sample')}</span>}
        {each.area !== undefined && <span className="meta startup-has nums">{format.both(each.area, 'm2')}</span>}
        {has && has !== title && <span className="meta startup-has">{has}</span>}
      </span>
      <ScoreTile score={each.score} />
    </li>
  )
}
