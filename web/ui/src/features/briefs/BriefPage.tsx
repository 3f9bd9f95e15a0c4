import { useQueryClient } from '@tanstack/react-query'
import { FilePlus } from 'lucide-react'
import { type ReactNode, useEffect } from 'react'
import { Link, Redirect, useLocation, useSearchParams } from 'wouter'
import { useMe } from '../../api/session'
import type { BoardCode } from '../../api/types'
import { briefPath, type BriefState, emptyBrief } from '../../brief/address'
import { briefOf, emptyReading } from '../../brief/sentence'
import { forgetBrief, rememberedBrief, useBrief } from '../../brief/useBrief'
import { readingQuery } from '../../brief/useReading'
import { useWords } from '../../i18n/i18n'
import { boardsOf } from '../../kinds/boards'
import { readerOf } from '../../kinds/readers'
import { Button } from '../../kit/Button'
import { CopyLink } from '../../kit/CopyLink'
import { ProblemNotice } from '../../kit/Notice'
import { BriefBoard } from './BriefBoard'
import { BriefHeader, moneyTab } from './BriefHeader'
import './briefs.css'
import { useCounts } from './useCounts'
import { useSaveBrief } from './useSaveBrief'

/**
 * A Brief that is not saved: all of it is in the address, so that whoever opens the link sees the same. `money` is what
 * programmes may pay.
 */
export default function BriefPage({ money }: { money: ReactNode }) {
  const { me } = useMe()
  const [search] = useSearchParams()
  const { brief: found, setBrief } = useBrief()
  const codes = boardsOf(readerOf(me))
  const remembered = found ? undefined : rememberedBrief()
  const tab = search.get('tab')
  const brief = found ?? emptyBrief
  const unread = brief.text !== '' && Object.keys(brief.criteria).length === 0
  useFirstReading(unread ? brief.text : undefined, setBrief)
  if (remembered) return <Redirect to={briefPath(remembered, tab ?? firstAsked(remembered, codes))} replace />
  if (unread) return <div className="brief-header" aria-busy="true" />
  const current = tab === moneyTab || codes.some((code) => code === tab) ? tab! : firstAsked(brief, codes)
  return <Tabs key={me?.email} brief={brief} codes={codes} current={current} onBrief={setBrief} money={money} />
}

/** The first board of which the Brief asks something, among those that the reader may see. */
const firstAsked = (brief: BriefState, codes: readonly BoardCode[]) =>
  codes.find((code) => (brief.criteria[code]?.length ?? 0) > 0) ?? codes[0]!

/** An address may bring a text alone, as the box of the first page does: it is read once. */
function useFirstReading(text: string | undefined, setBrief: (change: (before: BriefState) => BriefState) => void) {
  const cache = useQueryClient()
  useEffect(() => {
    if (text === undefined) return
    let current = true
    void cache
      .ensureQueryData(readingQuery(text))
      .catch(() => emptyReading)
      .then((reading) => {
        if (!current) return
        const read = briefOf(text, reading)
        // A text that asks for nothing is read too, or it would be read for ever.
        setBrief(() => ({ ...read, criteria: Object.keys(read.criteria).length > 0 ? read.criteria : { sites: [] } }))
      })
    return () => void (current = false)
  }, [text, cache, setBrief])
}

function Tabs({
  brief,
  codes,
  current,
  onBrief,
  money,
}: {
  brief: BriefState
  codes: readonly BoardCode[]
  current: string
  onBrief: (change: (before: BriefState) => BriefState) => void
  money: ReactNode
}) {
  const { t } = useWords()
  const { me } = useMe()
  const [, go] = useLocation()
  const counts = useCounts(brief, codes, current)
  const { save, error } = useSaveBrief(brief, current)
  const isEmpty = brief.text === '' && Object.values(brief.criteria).every((criteria) => criteria.length === 0)
  const tabs = [
    ...codes.map((code) => ({
      code,
      title: t(`nav.${code}`),
      href: briefPath(brief, code),
      count: counts[code],
    })),
    { code: moneyTab, title: t('brief.money'), href: briefPath(brief, moneyTab) },
  ]
  return (
    <>
      <BriefHeader title={t('brief.title')} tabs={tabs} current={current} isHeading={current !== moneyTab}>
        {!isEmpty && (
          <Button
            look="quiet"
            onClick={() => {
              forgetBrief()
              go('/brief')
            }}
          >
            <FilePlus size={16} strokeWidth={1.9} aria-hidden />
            <span className="copy-text">{t('brief.anew')}</span>
          </Button>
        )}
        <CopyLink link={() => window.location.href} />
        {save && (
          <Button look="primary" onClick={save}>
            {t('brief.save')}
          </Button>
        )}
        {!me && !isEmpty && (
          <Link className="button" href={`/sign-in?to=${encodeURIComponent(briefPath(brief, current))}`}>
            {t('brief.signInToSave')}
          </Link>
        )}
      </BriefHeader>
      <ProblemNotice error={error} />
      {codes.map((code) => code === current && <BriefBoard key={code} board={code} brief={brief} onBrief={onBrief} />)}
      {current === moneyTab && money}
    </>
  )
}
