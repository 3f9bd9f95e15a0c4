import { Maximize, Minus, Plus } from 'lucide-react'
import { useWords } from '../../i18n/i18n'
import type { Camera } from '../world'

export function MapButtons({ camera, onFit }: { camera: Camera; onFit: (() => void) | undefined }) {
  const { t } = useWords()
  return (
    <div className="map-buttons">
      <button type="button" aria-label={t('map.zoomIn')} title={t('map.zoomIn')} onClick={() => camera.zoomBy(1)}>
        <Plus size={16} strokeWidth={1.9} aria-hidden />
      </button>
      <button type="button" aria-label={t('map.zoomOut')} title={t('map.zoomOut')} onClick={() => camera.zoomBy(-1)}>
        <Minus size={16} strokeWidth={1.9} aria-hidden />
      </button>
      {onFit && (
        <button type="button" aria-label={t('map.fit')} title={t('map.fit')} onClick={onFit}>
          <Maximize size={15} strokeWidth={1.9} aria-hidden />
        </button>
      )}
    </div>
  )
}
