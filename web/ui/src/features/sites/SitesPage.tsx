import { AdHocBoard } from '../../matches/AdHocBoard'

export function SitesPage() {
  return <AdHocBoard board="sites" />
}
