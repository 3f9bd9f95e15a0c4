import type { ComponentProps } from 'react'
import { useWords } from '../i18n/i18n'
import { Announcer } from '../live/Announcer'
import { type LiveList, useListView } from '../live/lists/useDemandList'
import { KeepPicks } from '../shortlists/KeepPicks'
import { KeepUnsaved } from '../shortlists/KeepUnsaved'
import { Tray } from './compare/Tray'
import { placeOf } from './list/names'
import { PaperHost } from './paper/PaperHost'

/** What a list has besides what is seen of it at first: its tray, its words for screen readers, and itself on paper. */
export default function Behind({
  live,
  onToggle,
  onClear,
  onCompare,
  demand,
  ...paper
}: {
  live: LiveList
  /** The saved demand; undefined: it is not saved. */
  demand: string | undefined
} & Pick<ComponentProps<typeof Tray>, 'onToggle' | 'onClear' | 'onCompare'> &
  Omit<ComponentProps<typeof PaperHost>, 'order' | 'total'>) {
  const words = useWords()
  const { t, format } = words
  const { list } = live
  const view = useListView(list)
  const { picks, places, matchOf } = paper
  const describe = (ids: string[]) => {
    const last = ids.at(-1)!
    const row = list.readRow(last)
    const name = placeOf(last, places, words).name
    return t('live.changed', {
      count: ids.length,
      last: row ? t('live.now', { name, score: format.score(row.match.score) }) : name,
    })
  }
  return (
    <>
      <Announcer changed={live.changed} describe={describe} />
      {picks.length > 0 && (
        <Tray
          picks={picks}
          places={places}
          scoreOf={(id) => matchOf(id)?.score}
          onToggle={onToggle}
          onClear={onClear}
          onCompare={onCompare}
          keep={demand ? <KeepPicks demand={demand} picks={picks} /> : <KeepUnsaved board={paper.board} />}
        />
      )}
      <PaperHost {...paper} order={view.order} total={view.total} />
    </>
  )
}
