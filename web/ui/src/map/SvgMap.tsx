import { type PointerEvent, useEffect, useRef, useState } from 'react'
import { useWords } from '../i18n/i18n'
import { bounds, nameField, useBasemap } from './basemap'
import type { MapProps } from './MapView'
import { Overlay } from './pins/Overlay'
import { place, scale as drawnPerDegree, useLayers } from './projection'
import { SvgCamera } from './svgCamera'
import { placeAt, worldOf } from './world'

// The drawing has units of its own; the plane has these many of one.
const units = worldOf({ lon: bounds[0] + 1 / drawnPerDegree, lat: bounds[3] }).x

/** The same map as plain SVG, for a browser without WebGL and for print. */
export default function SvgMap({ onPick, picked, ...overlay }: MapProps) {
  const { t, language } = useWords()
  const basemap = useBasemap()
  const layers = useLayers()
  const box = useRef<HTMLDivElement>(null)
  const [camera, setCamera] = useState<SvgCamera>()
  useEffect(() => {
    const element = box.current!
    const made = new SvgCamera(element.clientWidth, element.clientHeight)
    const watch = new ResizeObserver(() => made.resize(element.clientWidth, element.clientHeight))
    watch.observe(element)
    setCamera(made)
    return () => watch.disconnect()
  }, [])
  const [view, setView] = useState(camera?.view())
  useEffect(() => {
    if (!camera) return
    const follow = () => setView(camera.view())
    follow()
    return camera.onMove(follow)
  }, [camera])
  const pick =
    onPick &&
    ((event: React.MouseEvent<SVGSVGElement>) => {
      if (!view) return
      const { left, top } = event.currentTarget.getBoundingClientRect()
      onPick(
        placeAt(
          view.x + (event.clientX - left - view.width / 2) / view.scale,
          view.y + (event.clientY - top - view.height / 2) / view.scale,
        ),
      )
    })
  const drag = (event: PointerEvent) => {
    if (event.buttons === 1) camera?.moveBy(-event.movementX, -event.movementY)
  }
  const size = view && { width: view.width / view.scale / units, height: view.height / view.scale / units }
  // Letters keep their size while the drawing grows.
  const letters = view ? 13 / (view.scale * units) : 13
  return (
    <div ref={box} className="map-canvas" onPointerMove={drag} onPointerUp={() => camera?.settle()}>
      {view && size && (
        <svg
          className="svg-map"
          viewBox={[view.x / units - size.width / 2, view.y / units - size.height / 2, size.width, size.height].join(
            ' ',
          )}
          role="group"
          aria-label={t('map.label')}
          onClick={pick}
        >
          {layers}
          {basemap?.features
            .filter((feature) => ['station', 'label'].includes(feature.properties.layer))
            .map((feature, index) => {
              if (feature.geometry.type !== 'Point' || feature.properties.class === 'place') return null
              const [x, y] = place(...feature.geometry.coordinates)
              return (
                <text
                  key={index}
                  x={x}
                  y={y}
                  style={{ fontSize: letters }}
                  className={`svg-${feature.properties.layer}`}
                >
                  {feature.properties[nameField(language)]}
                </text>
              )
            })}
          {picked && (
            <circle
              cx={place(picked.lon, picked.lat)[0]}
              cy={place(picked.lon, picked.lat)[1]}
              r={letters * 0.6}
              className="svg-picked"
            />
          )}
        </svg>
      )}
      {camera && <Overlay {...overlay} camera={camera} />}
    </div>
  )
}
