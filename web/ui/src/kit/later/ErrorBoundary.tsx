import { Component, type ReactNode } from 'react'
import { useWords } from '../../i18n/i18n'
import { Notice } from '../Notice'

/** Says that a place can't be shown, where it would else leave the page blank. Another place is tried anew. */
export class ErrorBoundary extends Component<{ place: string; children: ReactNode }, { isBroken: boolean }> {
  override state = { isBroken: false }

  static getDerivedStateFromError = () => ({ isBroken: true })

  override componentDidUpdate(before: { place: string }) {
    if (this.state.isBroken && before.place !== this.props.place) this.setState({ isBroken: false })
  }

  override render() {
    return this.state.isBroken ? <Broken /> : this.props.children
  }
}

function Broken() {
  const { t } = useWords()
  return (
    <Notice look="danger">
      {t('broken.text')}{' '}
      <button type="button" className="button small" onClick={() => location.reload()}>
        {t('broken.reload')}
      </button>
    </Notice>
  )
}
