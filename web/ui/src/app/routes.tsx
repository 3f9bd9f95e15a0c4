import type { ComponentType, ReactNode } from 'react'
import { Redirect, Route, type StringRouteParams, Switch, useSearchParams } from 'wouter'
import { isOffice, useMe } from '../api/session'
import type { BoardCode, Role } from '../api/types'
import { pathOfEarlier } from '../brief/address'
import { boardCodes } from '../kinds/boards'
import { listingCollections } from '../kinds/kinds'
import { useWords } from '../i18n/i18n'
import { PageHeading } from '../kit/PageHeading'
import { screen } from './screen'

const VisitorHome = screen(() => import('../features/home/visitor/VisitorHome'))
const EnterpriseHome = screen(() => import('../features/home/EnterpriseHome'))
const FirmHome = screen(() => import('../features/home/FirmHome'))
const OwnerHome = screen(() => import('../features/home/OwnerHome'))
const AdminHome = screen(() => import('../features/figures/AdminHome'))
const InboxPage = screen(() => import('../features/desk/inbox/InboxPage'))
const DeskPage = screen(() => import('../features/desk/DeskPage'))
const OfficerPage = screen(() => import('../features/officers/OfficerPage'))
const FiguresPage = screen(() => import('../features/figures/FiguresPage'))
const AllocationPage = screen(() => import('../features/allocation/AllocationPage'))
const LettersPage = screen(() => import('../features/letters/LettersPage'))
const IntroductionsPage = screen(() => import('../features/introductions/IntroductionsPage'))
const IntroductionPage = screen(() => import('../features/introductions/IntroductionPage'))
const ConsentPage = screen(() => import('../features/introductions/ConsentPage'))
const ProgrammesPage = screen(() => import('../features/programmes/ProgrammesPage'))
const ProgrammePage = screen(() => import('../features/programmes/ProgrammePage'))
const ApplicantPage = screen(() => import('../features/programmes/applicant/ApplicantPage'))
const StartUpsPage = screen(() => import('../features/startups/StartUpsPage'))
const PackagePage = screen(() => import('../features/packages/PackagePage'))
const SearchPage = screen(() => import('../features/search/SearchPage'))
const EnquiriesPage = screen(() => import('../features/enquiries/EnquiriesPage'))
const TaxonomiesPage = screen(() => import('../features/taxonomies/TaxonomiesPage'))
const GatesPage = screen(() => import('../features/gates/GatesPage'))
const StepsPage = screen(() => import('../features/steps/StepsPage'))
const SignInPage = screen(() => import('../features/accounts/SignInPage'))
const InvitationPage = screen(() => import('../features/accounts/InvitationPage'))
const ForgottenPage = screen(() => import('../features/accounts/ForgottenPage'))
const ResetPage = screen(() => import('../features/accounts/ResetPage'))
const OwnAccountPage = screen(() => import('../features/accounts/own/OwnAccountPage'))
const InvitationsPage = screen(() => import('../features/accounts/InvitationsPage'))
const AccountsPage = screen(() => import('../features/accounts/AccountsPage'))
const PeoplePage = screen(() => import('../features/people/PeoplePage'))
const BriefPage = screen(() => import('../features/briefs/BriefPage'), 'first')
const SavedBriefPage = screen(() => import('../features/briefs/saved/SavedBriefPage'))
const BriefsPage = screen(() => import('../features/briefs/list/BriefsPage'))
const ShortlistPage = screen(() => import('../features/shortlists/ShortlistPage'))
const SharedPage = screen(() => import('../features/shortlists/SharedPage'))
const DemandPage = screen(() => import('../features/briefs/saved/DemandPage'))
const BuildingsPage = screen(() => import('../features/buildings/BuildingsPage'))
const BuildingPage = screen(() => import('../features/buildings/BuildingPage'))
const EnterprisesPage = screen(() => import('../features/enterprises/EnterprisesPage'))
const EnterprisePage = screen(() => import('../features/enterprises/EnterprisePage'))
const FirmsPage = screen(() => import('../features/firms/FirmsPage'))
const FirmPage = screen(() => import('../features/firms/FirmPage'))
const OwnFirmPage = screen(() => import('../features/firms/OwnFirmPage'))
const OwnUpgradePage = screen(() => import('../features/upgrade/OwnUpgradePage'))
const DistrictPage = screen(() => import('../features/upgrade/district/DistrictPage'))
const FirmUpgradePage = screen(() => import('../features/upgrade/FirmUpgradePage'))
const ListingsPage = screen(() => import('../features/listings/ListingsPage'))
const ListingPage = screen(() => import('../features/listings/ListingPage'))
const NeedsPage = screen(() => import('../features/opportunities/NeedsPage'))
const NeedPage = screen(() => import('../features/opportunities/NeedPage'))
const VisitsPage = screen(() => import('../features/visits/VisitsPage'))
const NewVisitPage = screen(() => import('../features/visits/NewVisitPage'))
const VisitPage = screen(() => import('../features/visits/VisitPage'))
const MeetingsPage = screen(() => import('../features/meetings/MeetingsPage'))
const JournalPage = screen(() => import('../features/journal/JournalPage'))
const ImportsPage = screen(() => import('../features/imports/ImportsPage'))

type Admitted = 'everybody' | 'signedIn' | 'office' | 'admin'

/** A page at an address, whose parameters it takes as properties; it begins anew with other parameters. */
function page<Path extends string>(
  path: Path,
  Page: ComponentType<StringRouteParams<Path>>,
  who: Admitted = 'signedIn',
) {
  return (
    <Route key={path} path={path}>
      {(params) => (
        <Admit who={who}>
          {/* The compiler does not relate the parameters of a path that it does not know yet. */}
          <Page key={Object.values(params).join('/')} {...(params as StringRouteParams<Path>)} />
        </Admit>
      )}
    </Route>
  )
}

const pages = [
  page('/officers/:email', OfficerPage, 'office'),
  page('/inbox', InboxPage, 'office'),
  page('/figures/:id?', FiguresPage, 'office'),
  page('/upgrades', DistrictPage, 'office'),
  page('/letters', LettersPage, 'office'),
  page('/meetings', MeetingsPage),
  page('/visits', VisitsPage, 'office'),
  page('/visits/new', NewVisitPage, 'office'),
  page('/visits/:id', VisitPage, 'office'),
  page('/allocation', AllocationPage, 'office'),
  page('/introductions', IntroductionsPage),
  page('/introductions/:id', IntroductionPage),
  page('/consent', ConsentPage, 'everybody'),
  page('/programmes', ProgrammesPage, 'everybody'),
  page('/programmes/:id', ProgrammePage, 'everybody'),
  page('/startups', StartUpsPage, 'everybody'),
  page('/search', SearchPage, 'everybody'),
  page('/enquiries', EnquiriesPage),
  page('/taxonomies', TaxonomiesPage, 'office'),
  page('/gates', GatesPage, 'admin'),
  page('/steps', StepsPage, 'admin'),
  page('/sign-in', SignInPage, 'everybody'),
  page('/invitation', InvitationPage, 'everybody'),
  page('/forgotten', ForgottenPage, 'everybody'),
  page('/reset', ResetPage, 'everybody'),
  page('/account', OwnAccountPage),
  page('/demands', BriefsPage),
  page('/shortlists/:id?', ShortlistPage),
  page('/shared', SharedPage, 'everybody'),
  page('/buildings', BuildingsPage),
  page('/buildings/:id', BuildingPage),
  page('/needs', NeedsPage),
  page('/needs/:id', NeedPage),
  page('/firm', OwnFirmPage),
  page('/firms', FirmsPage, 'office'),
  page('/firms/:id', FirmPage),
  page('/firms/:firm/programmes', ApplicantPage),
  page('/firms/:id/upgrade', FirmUpgradePage, 'office'),
  page('/upgrade', OwnUpgradePage),
  page('/enterprises', EnterprisesPage, 'office'),
  page('/enterprises/:id', EnterprisePage, 'office'),
  page('/enterprises/:enterprise/programmes', ApplicantPage),
  page('/enterprises/:id/package', PackagePage),
  page('/journal', JournalPage, 'admin'),
  page('/imports', ImportsPage),
  page('/invitations', InvitationsPage, 'office'),
  page('/people', PeoplePage),
  page('/accounts', AccountsPage, 'office'),
]

export function Routes() {
  return (
    <Switch>
      <Route path="/">
        <Home />
      </Route>
      <Route path="/desk/:id?">
        {({ id }) => (
          <Admit who="office">
            <DeskPage id={id} />
          </Admit>
        )}
      </Route>
      <Route path="/brief">
        <BriefPage money={<ProgrammesPage />} />
      </Route>
      <Route path="/briefs/:id">
        {({ id }) => (
          <Admit who="signedIn">
            <SavedBriefPage key={id} id={id!} money={packageOf} />
          </Admit>
        )}
      </Route>
      <Route path="/demands/:id">
        {({ id }) => (
          <Admit who="signedIn">
            <DemandPage key={id} id={id!} money={packageOf} />
          </Admit>
        )}
      </Route>
      {boardCodes.map((board) => (
        <Route key={board} path={`/${board}`}>
          <EarlierAddress board={board} />
        </Route>
      ))}
      {listingCollections.flatMap((collection) => [
        <Route key={collection} path={`/${collection}`}>
          <Admit who="office">
            <ListingsPage key={collection} collection={collection} />
          </Admit>
        </Route>,
        <Route key={`${collection}/:id`} path={`/${collection}/:id`}>
          {({ id }) => (
            <Admit who="office">
              <ListingPage key={`${collection}/${id}`} collection={collection} id={id!} />
            </Admit>
          )}
        </Route>,
      ])}
      {pages}
      <Route component={NotFound} />
    </Switch>
  )
}

/** What a whole package of sites, partners, centres and programmes costs an enterprise. */
const packageOf = (enterprise: string) => <PackagePage id={enterprise} />

/** A board's own address, as earlier releases mailed it: now a tab of the Brief. */
function EarlierAddress({ board }: { board: BoardCode }) {
  const [search] = useSearchParams()
  return <Redirect to={pathOfEarlier(board, search)} replace />
}

const homes: Record<Role, ComponentType> = {
  anonymous: VisitorHome,
  enterprise: EnterpriseHome,
  firm: FirmHome,
  owner: OwnerHome,
  officer: InboxPage,
  admin: AdminHome,
}

/** Each role begins with what it has to do; a visitor with what this is. */
function Home() {
  const { me, isPending } = useMe()
  if (isPending) return null
  if (me?.needsSecondFactor) return <OwnAccountPage />
  const Page = homes[me?.role ?? 'anonymous']
  return <Page key={me?.email} />
}

/** Sends a visitor to sign in; what a signed-in user may not see answers as if it did not exist. */
function Admit({ who, children }: { who: Admitted; children: ReactNode }) {
  const { me, isPending } = useMe()
  if (who === 'everybody') return children
  if (isPending) return null
  if (!me) return <SignInPage />
  if (me.needsSecondFactor) return <OwnAccountPage />
  return (who === 'office' && !isOffice(me)) || (who === 'admin' && me.role !== 'admin') ? <NotFound /> : children
}

function NotFound() {
  const { t } = useWords()
  return (
    <div className="page">
      <PageHeading title={t('notFound.title')} />
      <p>{t('notFound.text')}</p>
    </div>
  )
}
