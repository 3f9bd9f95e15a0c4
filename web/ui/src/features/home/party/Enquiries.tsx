import { useWords } from '../../../i18n/i18n'
import { useEnquiries } from '../../../records/useQueues'
import { HomeCard, HomeRow } from './pieces'

const shown = 3

/** The party's questions to the office, the answered ones first. Nothing where none was asked. */
export function Enquiries() {
  const { t } = useWords()
  const { data } = useEnquiries()
  if (!data || data.length === 0) return null
  const sorted = [...data].sort((a, b) => Number(a.status === 'open') - Number(b.status === 'open'))
  return (
    <HomeCard title={t('nav.enquiries')} all={{ href: '/enquiries', text: t('home.enquiries.all') }}>
      <ul className="home-rows">
        {sorted.slice(0, shown).map((enquiry) => (
          <HomeRow
            key={enquiry.id}
            href="/enquiries"
            title={enquiry.text}
            meta={enquiry.answer ?? t('enquiry.open')}
            end={<span className={`tag ${enquiry.status}`}>{t(`enquiry.${enquiry.status}`)}</span>}
          />
        ))}
      </ul>
    </HomeCard>
  )
}
