import { useEffect, useState } from 'react'
import { useWords } from '../../i18n/i18n'
import { Button } from '../../kit/Button'
import { CheckBox } from '../../kit/fields/Field'
import type { Frame } from '../frame'
import { type Camera, frameShown } from '../world'

/** How a list is kept to what the map shows. */
export interface AreaSearch {
  /** The part that the list is kept to. */
  area: Frame | undefined
  follows: boolean
  set: (frame: Frame) => void
  follow: (frame: Frame) => void
  showAll: () => void
}

export function AreaControl({ camera, search }: { camera: Camera; search: AreaSearch }) {
  const { t } = useWords()
  const [isMoved, setMoved] = useState(false)
  const { follows, set } = search
  useEffect(
    () =>
      camera.onMove(({ settled, byReader }) => {
        if (!settled || !byReader) return
        if (follows) set(frameShown(camera.view()))
        else setMoved(true)
      }),
    [camera, follows, set],
  )
  return (
    <div className="map-area">
      <CheckBox
        label={t('map.follow')}
        checked={follows}
        onChange={({ target }) => {
          setMoved(false)
          if (target.checked) search.follow(frameShown(camera.view()))
          else search.showAll()
        }}
      />
      {isMoved && !follows && (
        <Button
          look={['primary', 'small']}
          onClick={() => {
            setMoved(false)
            set(frameShown(camera.view()))
          }}
        >
          {t('map.searchHere')}
        </Button>
      )}
    </div>
  )
}
