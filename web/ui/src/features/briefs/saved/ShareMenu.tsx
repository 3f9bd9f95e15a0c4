import { useQuery } from '@tanstack/react-query'
import { api } from '../../../api/client'
import type { BoardCode } from '../../../api/types'
import { type BriefState, briefPath, longestAddress } from '../../../brief/address'
import { useWords } from '../../../i18n/i18n'
import { entryOf } from '../../../i18n/languages'
import { Copied, useCopy } from '../../../kit/CopyLink'
import { MenuButton } from '../../../kit/overlays/MenuButton'
import { openBrief } from './openBrief'

/** Copies a link to the saved Brief, for those who may see it, or one to what it asks for, for anybody. */
export function ShareMenu({
  brief,
  enterprise,
  board,
}: {
  brief: BriefState
  enterprise?: string
  /** The tab that is open, where it is one of a board. */
  board?: BoardCode
}) {
  const { t, language } = useWords()
  const { copied, copy } = useCopy()
  const { data: owner } = useQuery({
    queryKey: ['enterprises', enterprise],
    enabled: enterprise !== undefined,
    queryFn: ({ signal }) => api.get('/api/enterprises/{id}', { path: { id: enterprise! }, signal }),
  })
  const path = briefPath(openBrief(brief, owner?.name), board)
  const open = `${window.location.origin}/${entryOf(language).prefix}${path}`
  const isReady = enterprise === undefined || owner !== undefined
  // Whoever hears the button hears what it shows.
  const said = t(copied ? 'link.copied' : 'link.share')
  const choices = [
    { id: window.location.href, label: t('link.own') },
    ...(isReady && path.length <= longestAddress ? [{ id: open, label: t('link.open') }] : []),
  ]
  return (
    <>
      <MenuButton label={said} face={said} choices={choices} onChoose={copy} look="word" />
      <Copied copied={copied} />
    </>
  )
}
