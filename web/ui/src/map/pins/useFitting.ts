import { useEffect, useRef } from 'react'
import type { MapPoint } from '../basemap'
import { frameOf, placesKey } from '../frame'
import type { Camera } from '../world'

function fitTo(camera: Camera, points: MapPoint[]) {
  const frame = frameOf(points)
  if (frame) camera.fit(frame, { padding: 56, maxZoom: 15.5 })
}

/** Shows all results, and each other set of them, until the reader moves the map; then the function it returns does. */
export function useFitting(camera: Camera, points: MapPoint[]) {
  const moved = useRef(false)
  const latest = useRef(points)
  const key = placesKey(points)
  useEffect(() => {
    latest.current = points
  })
  useEffect(() => camera.onMove(({ byReader }) => (moved.current ||= byReader)), [camera])
  useEffect(() => {
    if (!moved.current) fitTo(camera, latest.current)
  }, [camera, key])
  return () => {
    moved.current = false
    fitTo(camera, latest.current)
  }
}
