import { AskOffice } from '../../enquiry/AskOffice'
import { AdHocBoard } from '../../matches/AdHocBoard'

export default function ResearchPage() {
  return <AdHocBoard board="research" empty={(criteria) => <AskOffice board="research" criteria={criteria} />} />
}
