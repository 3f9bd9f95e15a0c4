import { useState } from 'react'
import { Link } from 'wouter'
import { useMe } from '../api/session'
import type { BoardCode } from '../api/types'
import { briefPath } from '../brief/address'
import { useBrief } from '../brief/useBrief'
import { useWords } from '../i18n/i18n'
import { partyOf } from '../kinds/kinds'
import { Button } from '../kit/Button'
import { Dialog } from '../kit/overlays/Dialog'
import { KeepButton } from './KeepPicks'

/** A shortlist belongs to a saved requirement: says so, with the way to save it. */
export function KeepUnsaved({ board }: { board: BoardCode }) {
  const { t } = useWords()
  const { me } = useMe()
  const { brief } = useBrief()
  const [open, setOpen] = useState(false)
  const close = () => setOpen(false)
  return (
    <>
      <KeepButton onClick={() => setOpen(true)} />
      {open && (
        <Dialog
          title={t('shortlist.saveFirst')}
          closeLabel={t('close')}
          onClose={close}
          footer={
            <>
              <Button onClick={close}>{t('close')}</Button>
              {!me && brief && (
                <Link className="button primary" href={`/sign-in?to=${encodeURIComponent(briefPath(brief, board))}`}>
                  {t('brief.signInToSave')}
                </Link>
              )}
            </>
          }
        >
          <p>{t(me && !partyOf(me) ? 'shortlist.saveFirstOpen' : 'shortlist.saveFirstText')}</p>
        </Dialog>
      )}
    </>
  )
}
