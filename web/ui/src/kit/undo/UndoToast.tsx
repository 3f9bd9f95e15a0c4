import { useCallback, useEffect } from 'react'
import { useLocation } from 'wouter'
import { useSave } from '../../api/useSave'
import { useWords } from '../../i18n/i18n'
import { Button } from '../Button'
import { ProblemNotice } from '../Notice'
import { useStay } from '../overlays/Toasts'
import { type Offer, offerUndo } from './offer'

const stays = 20_000 // ms
const close = () => offerUndo(undefined)

/** Says what was done, and takes it back by its button or by Ctrl-Z. It goes by itself unless somebody is at it. */
export default function UndoToast({ offer }: { offer: Offer }) {
  const { t } = useWords()
  const [, go] = useLocation()
  const { run, error, busy } = useSave()
  const takeBack = useCallback(
    () =>
      void run(async () => {
        await offer.undo()
        close()
        go(offer.href)
      }),
    [run, offer, go],
  )
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      const isTyping = event.target instanceof Element && event.target.closest('input, textarea, select')
      if (event.key.toLowerCase() !== 'z' || !(event.ctrlKey || event.metaKey) || event.shiftKey || isTyping) return
      event.preventDefault()
      takeBack()
    }
    document.addEventListener('keydown', press)
    return () => document.removeEventListener('keydown', press)
  }, [takeBack])
  const keeping = useStay(busy || error ? undefined : stays, close)
  return (
    <section className="toasts" aria-label={t('undo.label')}>
      <div className="toast ok" {...keeping}>
        <div>
          <p role="status">{offer.text}</p>
          <ProblemNotice error={error} />
        </div>
        <Button look="small" disabled={busy} onClick={takeBack}>
          {t('undo.undo')}
        </Button>
        <Button look={['quiet', 'icon', 'small']} aria-label={t('close')} onClick={close}>
          ✕
        </Button>
      </div>
    </section>
  )
}
