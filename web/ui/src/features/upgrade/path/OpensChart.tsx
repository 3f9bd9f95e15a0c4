import { Link } from 'wouter'
import { useSchema } from '../../../api/boards'
import type { UpgradePath } from '../../../upgrade/types'
import { useWords } from '../../../i18n/i18n'
import { ChartCard } from '../../../kit/charts/ChartCard'
import { percent } from '../../../kit/charts/percent'
import { aliasOf } from '../../../matches/list/names'
import { useNeeds } from '../../../records/useNeeds'
import { describeValue } from '../../../score/describe'
import { usePathWords } from '../pathWords'

/** The published needs that each step opens, on top of those before it. */
export function OpensChart({ path }: { path: UpgradePath }) {
  const words = useWords()
  const { t, format } = words
  const { stepName } = usePathWords()
  const { data: needs } = useNeeds()
  const wanted = useSchema('opportunities').byCode.get('needs')
  const { met: now, needs: all } = path.totals
  const nameOf = (id: string) => {
    const need = needs?.find((each) => each.id === id)
    return need ? describeValue(need.values.needs, wanted, words) : aliasOf('opportunities', id, t)
  }
  const table = {
    head: ['step', 'before', 'after', 'gain'].map((name) => t(`upgrade.column.${name}`)),
    rows: path.steps.map(({ step, opens }) => [
      stepName(step),
      format.number(opens.before, 0),
      format.number(opens.after, 0),
      `+${format.number(opens.after - opens.before, 0)}`,
    ]),
  }
  return (
    <ChartCard title={t('upgrade.opens.title')} note={t('upgrade.opens.note', { now, all })} table={table}>
      <ol className="path-opens">
        {path.steps.map(({ step, opens: { before, after, needs: ids } }, index) => (
          <li key={step}>
            <span>
              <b className="nums">{index + 1}</b> {stepName(step)}
            </span>
            <span className="opens-bar" aria-hidden="true">
              <i style={{ width: percent(all ? before / all : 0) }} />
              <i className="gained" style={{ width: percent(all ? (after - before) / all : 0) }} />
            </span>
            <b className="nums">
              {format.number(before, 0)} → {format.number(after, 0)}
            </b>
            {ids.length > 0 && (
              <ul>
                {ids.map((id) => (
                  <li key={id}>
                    <Link href={`/opportunities?match=${encodeURIComponent(id)}&criteria=[]`}>{nameOf(id)}</Link>
                  </li>
                ))}
              </ul>
            )}
          </li>
        ))}
      </ol>
    </ChartCard>
  )
}
