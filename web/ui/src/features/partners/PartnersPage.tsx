import { AdHocBoard } from '../../matches/AdHocBoard'

export default function PartnersPage() {
  return <AdHocBoard board="partners" />
}
