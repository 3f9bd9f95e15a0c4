import { useEffect, useRef } from 'react'
import type { MapPoint } from '../basemap'
import { type Frame, frameOf, placesKey } from '../frame'
import { type Camera, mostZoom, noPadding, pinPadding } from '../world'

function fitTo(camera: Camera, points: MapPoint[], byReader: boolean) {
  const frame = frameOf(points)
  if (frame) camera.fit(frame, { padding: pinPadding, maxZoom: 15.5, byReader })
}

/** Shows all results, and each other set of them, until the reader moves the map; then the function it returns does. */
export function useFitting(camera: Camera, points: MapPoint[], area: Frame | undefined) {
  // A part of the map that the address names is shown as if the reader had moved there.
  const moved = useRef(Boolean(area))
  const first = useRef(area)
  const latest = useRef(points)
  const key = placesKey(points)
  useEffect(() => {
    latest.current = points
  })
  useEffect(() => camera.onMove(({ byReader }) => (moved.current ||= byReader)), [camera])
  useEffect(() => {
    if (first.current) camera.fit(first.current, { padding: noPadding, maxZoom: mostZoom })
  }, [camera])
  useEffect(() => {
    if (!moved.current) fitTo(camera, latest.current, false)
  }, [camera, key])
  return () => {
    fitTo(camera, latest.current, true)
    moved.current = false
  }
}
