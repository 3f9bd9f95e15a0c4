import { canUsePasskeys, isCancelled } from '../../../api/passkeys'
import { useSession } from '../../../api/session'
import { useSave } from '../../../api/useSave'
import { useWords } from '../../../i18n/i18n'
import { Button } from '../../../kit/Button'
import { Notice, ProblemNotice } from '../../../kit/Notice'

/** Signs in by a passkey of the device, where it can. */
export function PasskeySignIn({ onDone }: { onDone: () => void }) {
  const { t } = useWords()
  const { signInByPasskey } = useSession()
  const { run, busy, error } = useSave()
  if (!canUsePasskeys()) return null
  const enter = async () => {
    await signInByPasskey()
    onDone()
  }
  return (
    <>
      {isCancelled(error) ? <Notice look="danger">{t('passkey.cancelled')}</Notice> : <ProblemNotice error={error} />}
      <Button disabled={busy} onClick={() => void run(enter)}>
        {t('passkey.signIn')}
      </Button>
    </>
  )
}
