import { useWords } from '../../i18n/i18n'
import { Button } from '../../kit/Button'
import type { MatchList } from './matchList'
import { useListView } from './useDemandList'

/** "n updates — re-rank": the only thing that moves rows. */
export function RerankPill({ list, onRank }: { list: MatchList; onRank: () => void }) {
  const { t } = useWords()
  const { pending } = useListView(list)
  return (
    <div className="rerank">
      {pending > 0 && (
        <Button look={['primary', 'pill', 'small']} onClick={onRank}>
          {t('live.rerank', { count: pending })}
        </Button>
      )}
    </div>
  )
}

export function PauseSwitch({ paused, onChange }: { paused: boolean; onChange: (paused: boolean) => void }) {
  const { t } = useWords()
  return (
    <Button
      look={['small', 'icon']}
      aria-pressed={paused}
      aria-label={t('live.pause')}
      title={t('live.pause')}
      onClick={() => onChange(!paused)}
    >
      <span aria-hidden="true">{paused ? '▶' : '❚❚'}</span>
    </Button>
  )
}
