import type { ReactNode } from 'react'
import { Redirect, Route, Switch } from 'wouter'
import { isOffice, useMe } from '../api/session'
import { SitesPage } from '../features/sites/SitesPage'
import { useWords } from '../i18n/i18n'
import { PageHeading } from '../kit/PageHeading'
import { screen } from './screen'

const PartnersPage = screen(() => import('../features/partners/PartnersPage'))
const ResearchPage = screen(() => import('../features/research/ResearchPage'))
const OpportunitiesPage = screen(() => import('../features/opportunities/OpportunitiesPage'))
const DeskPage = screen(() => import('../features/desk/DeskPage'))
const OfficerPage = screen(() => import('../features/officers/OfficerPage'))
const FiguresPage = screen(() => import('../features/figures/FiguresPage'))
const LettersPage = screen(() => import('../features/letters/LettersPage'))
const IntroductionsPage = screen(() => import('../features/introductions/IntroductionsPage'))
const IntroductionPage = screen(() => import('../features/introductions/IntroductionPage'))
const ConsentPage = screen(() => import('../features/introductions/ConsentPage'))
const ProgrammesPage = screen(() => import('../features/programmes/ProgrammesPage'))
const ProgrammePage = screen(() => import('../features/programmes/ProgrammePage'))
const ApplicantPage = screen(() => import('../features/programmes/applicant/ApplicantPage'))
const PackagePage = screen(() => import('../features/packages/PackagePage'))
const SearchPage = screen(() => import('../features/search/SearchPage'))
const EnquiriesPage = screen(() => import('../features/enquiries/EnquiriesPage'))
const TaxonomiesPage = screen(() => import('../features/taxonomies/TaxonomiesPage'))
const SignInPage = screen(() => import('../features/accounts/SignInPage'))
const InvitationPage = screen(() => import('../features/accounts/InvitationPage'))
const InvitationsPage = screen(() => import('../features/accounts/InvitationsPage'))
const AccountsPage = screen(() => import('../features/accounts/AccountsPage'))
const DemandsPage = screen(() => import('../features/demands/DemandsPage'))
const DemandPage = screen(() => import('../features/demands/DemandPage'))
const BuildingsPage = screen(() => import('../features/buildings/BuildingsPage'))
const BuildingPage = screen(() => import('../features/buildings/BuildingPage'))
const EnterprisesPage = screen(() => import('../features/enterprises/EnterprisesPage'))
const EnterprisePage = screen(() => import('../features/enterprises/EnterprisePage'))
const FirmsPage = screen(() => import('../features/firms/FirmsPage'))
const FirmPage = screen(() => import('../features/firms/FirmPage'))
const OwnFirmPage = screen(() => import('../features/firms/OwnFirmPage'))
const CentresPage = screen(() => import('../features/centres/CentresPage'))
const CentrePage = screen(() => import('../features/centres/CentrePage'))
const NeedsPage = screen(() => import('../features/opportunities/NeedsPage'))
const NeedPage = screen(() => import('../features/opportunities/NeedPage'))
const JournalPage = screen(() => import('../features/journal/JournalPage'))
const ImportsPage = screen(() => import('../features/imports/ImportsPage'))

export function Routes() {
  return (
    <Switch>
      <Route path="/">
        <Home />
      </Route>
      <Route path="/desk/:id?">
        {({ id }) => (
          <SignedIn office>
            <DeskPage id={id} />
          </SignedIn>
        )}
      </Route>
      <Route path="/officers/:email">
        {({ email }) => (
          <SignedIn office>
            <OfficerPage key={email} email={email} />
          </SignedIn>
        )}
      </Route>
      <Route path="/figures">
        <SignedIn office>
          <FiguresPage />
        </SignedIn>
      </Route>
      <Route path="/letters">
        <SignedIn office>
          <LettersPage />
        </SignedIn>
      </Route>
      <Route path="/sites" component={SitesPage} />
      <Route path="/partners">
        <SignedIn>
          <PartnersPage />
        </SignedIn>
      </Route>
      <Route path="/research" component={ResearchPage} />
      <Route path="/opportunities">
        <SignedIn>
          <OpportunitiesPage />
        </SignedIn>
      </Route>
      <Route path="/introductions">
        <SignedIn>
          <IntroductionsPage />
        </SignedIn>
      </Route>
      <Route path="/introductions/:id">
        {({ id }) => (
          <SignedIn>
            <IntroductionPage key={id} id={id} />
          </SignedIn>
        )}
      </Route>
      <Route path="/consent" component={ConsentPage} />
      <Route path="/programmes" component={ProgrammesPage} />
      <Route path="/programmes/:id">{({ id }) => <ProgrammePage key={id} id={id} />}</Route>
      <Route path="/search" component={SearchPage} />
      <Route path="/enquiries">
        <SignedIn>
          <EnquiriesPage />
        </SignedIn>
      </Route>
      <Route path="/taxonomies">
        <SignedIn office>
          <TaxonomiesPage />
        </SignedIn>
      </Route>
      <Route path="/sign-in" component={SignInPage} />
      <Route path="/invitation" component={InvitationPage} />
      <Route path="/demands">
        <SignedIn>
          <DemandsPage />
        </SignedIn>
      </Route>
      <Route path="/demands/:id">
        {({ id }) => (
          <SignedIn>
            <DemandPage key={id} id={id} />
          </SignedIn>
        )}
      </Route>
      <Route path="/buildings">
        <SignedIn>
          <BuildingsPage />
        </SignedIn>
      </Route>
      <Route path="/buildings/:id">
        {({ id }) => (
          <SignedIn>
            <BuildingPage key={id} id={id} />
          </SignedIn>
        )}
      </Route>
      <Route path="/needs">
        <SignedIn>
          <NeedsPage />
        </SignedIn>
      </Route>
      <Route path="/needs/:id">
        {({ id }) => (
          <SignedIn>
            <NeedPage key={id} id={id} />
          </SignedIn>
        )}
      </Route>
      <Route path="/firm">
        <SignedIn>
          <OwnFirmPage />
        </SignedIn>
      </Route>
      <Route path="/firms">
        <SignedIn office>
          <FirmsPage />
        </SignedIn>
      </Route>
      <Route path="/firms/:id">
        {({ id }) => (
          <SignedIn>
            <FirmPage key={id} id={id} />
          </SignedIn>
        )}
      </Route>
      <Route path="/centres">
        <SignedIn office>
          <CentresPage />
        </SignedIn>
      </Route>
      <Route path="/centres/:id">
        {({ id }) => (
          <SignedIn office>
            <CentrePage key={id} id={id} />
          </SignedIn>
        )}
      </Route>
      <Route path="/enterprises">
        <SignedIn office>
          <EnterprisesPage />
        </SignedIn>
      </Route>
      <Route path="/enterprises/:id">
        {({ id }) => (
          <SignedIn office>
            <EnterprisePage key={id} id={id} />
          </SignedIn>
        )}
      </Route>
      <Route path="/enterprises/:id/programmes">
        {({ id }) => (
          <SignedIn>
            <ApplicantPage key={id} enterprise={id} />
          </SignedIn>
        )}
      </Route>
      <Route path="/enterprises/:id/package">
        {({ id }) => (
          <SignedIn>
            <PackagePage key={id} id={id} />
          </SignedIn>
        )}
      </Route>
      <Route path="/journal">
        <SignedIn admin>
          <JournalPage />
        </SignedIn>
      </Route>
      <Route path="/imports">
        <SignedIn office>
          <ImportsPage />
        </SignedIn>
      </Route>
      <Route path="/invitations">
        <SignedIn office>
          <InvitationsPage />
        </SignedIn>
      </Route>
      <Route path="/accounts">
        <SignedIn office>
          <AccountsPage />
        </SignedIn>
      </Route>
      <Route component={NotFound} />
    </Switch>
  )
}

/** The office begins with its desk, everybody else with the sites. */
function Home() {
  const { me, isPending } = useMe()
  return isPending ? null : <Redirect to={isOffice(me) ? '/desk' : '/sites'} replace />
}

/** Sends a visitor to sign in; what a signed-in user may not see answers as if it did not exist. */
function SignedIn({
  office = false,
  admin = false,
  children,
}: {
  office?: boolean
  admin?: boolean
  children: ReactNode
}) {
  const { me, isPending } = useMe()
  if (isPending) return null
  if (!me) return <SignInPage />
  return (office && !isOffice(me)) || (admin && me.role !== 'admin') ? <NotFound /> : children
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
