import { useWords } from '../../../i18n/i18n'
import { usePathWords } from '../pathWords'

/** Where the firm stands and how far its steps lead, on the five levels. */
export function Standing({ level, reached }: { level: number | undefined; reached: number | undefined }) {
  const { t, text } = useWords()
  const { list } = usePathWords()
  const nameOf = (wanted: number | undefined) => text(list.levels.find((each) => each.level === wanted)?.name)
  const leads = level !== undefined && reached !== undefined && reached > level
  return (
    <div className="level-standing">
      <ol className="level-bar" aria-label={t('upgrade.level.label')}>
        {list.levels.map(({ level: number, name }) => {
          const isHere = number === level
          const isPassed = level !== undefined && number <= level
          const isAhead = leads && number > level && number <= reached
          return (
            <li
              key={number}
              className={isPassed ? 'passed' : isAhead ? 'ahead' : ''}
              aria-current={isHere ? 'step' : undefined}
            >
              <span className="level-here">{isHere && t('upgrade.level.here')}</span>
              <i aria-hidden="true" />
              <span className="level-name">
                <b className="nums">{number}</b> <span>{text(name)}</span>
              </span>
            </li>
          )
        })}
      </ol>
      <p className="level-text">
        {level === undefined ? t('upgrade.level.unknown') : t('upgrade.level.now', { level, name: nameOf(level) })}{' '}
        {leads && t('upgrade.level.reached', { level: reached, name: nameOf(reached) })}
      </p>
    </div>
  )
}
