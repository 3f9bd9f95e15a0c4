import { useState } from 'react'
import { useMe } from '../../api/session'
import '../../funding/funding.css'
import type { Said } from '../../funding/programmes'
import { useWords } from '../../i18n/i18n'
import { hongKongDay } from '../../kit/days/hongKong'
import { Notice } from '../../kit/Notice'
import { PageHeading } from '../../kit/PageHeading'
import ApplicantPage from './applicant/ApplicantPage'
import { Assessed } from './applicant/Assessed'

/**
 * What an applicant may get, while it says what it plans; what an enterprise or a firm says can be kept, of nobody else
 * anything is.
 */
export default function ProgrammesPage() {
  const { me, isPending } = useMe()
  if (isPending) return null
  if (me?.enterprise) return <ApplicantPage enterprise={me.enterprise} />
  return me?.firm ? <ApplicantPage firm={me.firm} /> : <VisitorPage />
}

function VisitorPage() {
  const { t } = useWords()
  const [said, setSaid] = useState<Said>(() => ({ on: hongKongDay(), flags: {}, counts: {} }))
  return (
    <div className="page programmes">
      <PageHeading title={t('nav.programmes')} />
      <Notice>
        {t('programmes.ceilings')} {t('programmes.notKept')}
      </Notice>
      <Assessed said={said} onSay={setSaid} audience="everybody" />
    </div>
  )
}
