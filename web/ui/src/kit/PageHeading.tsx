import { useWords } from '../i18n/i18n'
import { HeadingTrail } from './trail/HeadingTrail'
import { useTitle } from './useTitle'

/** The page's one h1. */
export function PageHeading({ title, hidden = false }: { title: string; hidden?: boolean }) {
  const { t } = useWords()
  const heading = useTitle(title, t('brand'))
  return (
    <>
      {!hidden && <HeadingTrail />}
      <h1 ref={heading} tabIndex={-1} className={hidden ? 'visually-hidden' : ''}>
        {title}
      </h1>
    </>
  )
}
