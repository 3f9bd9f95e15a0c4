import { AdHocBoard } from '../../matches/AdHocBoard'

export default function OpportunitiesPage() {
  return <AdHocBoard board="opportunities" />
}
