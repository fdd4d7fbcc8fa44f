// Which screen belongs to which address; each is fetched when it is first opened.
import { lazy } from 'react';
import { Route, Switch } from 'wouter';
import { Home } from './Home';

const Dossiers = lazy(() => import('../screens/dossiers/Dossiers'));
const DossierPage = lazy(() => import('../screens/dossier/DossierPage'));
const Decisions = lazy(() => import('../screens/decisions/Decisions'));
const DecisionPage = lazy(() => import('../screens/decisions/DecisionPage'));
const Occasions = lazy(() => import('../screens/occasions/Occasions'));
const Board = lazy(() => import('../screens/board/Board'));
const Audit = lazy(() => import('../screens/audit/Audit'));
const Admin = lazy(() => import('../screens/admin/Admin'));
const Notices = lazy(() => import('../screens/notices/Notices'));
const UnitHome = lazy(() => import('../screens/units/overview/UnitHome'));
const SubmissionPage = lazy(() => import('../screens/units/submission/SubmissionPage'));
const DraftPage = lazy(() => import('../screens/units/draft/DraftPage'));
const ReceiptPage = lazy(() => import('../screens/units/receipt/ReceiptPage'));
const Duties = lazy(() => import('../screens/units/duties/Duties'));
const DutyPage = lazy(() => import('../screens/units/duties/DutyPage'));
const SendList = lazy(() => import('../screens/units/import/SendList'));
const ImportPage = lazy(() => import('../screens/units/import/ImportPage'));
const Jobs = lazy(() => import('../screens/jobs/Jobs'));
const NotFound = lazy(() => import('../screens/not-found/NotFound'));

export function Screens() {
  return (
    <Switch>
      <Route path="/">
        <Home />
      </Route>
      <Route path="/dossiers">
        <Dossiers />
      </Route>
      <Route path="/dossiers/:id">{({ id }) => <DossierPage key={id} id={id} />}</Route>
      <Route path="/unit">
        <UnitHome />
      </Route>
      <Route path="/submissions/:id">{({ id }) => <SubmissionPage key={id} id={id} />}</Route>
      <Route path="/dossiers/:id/edit">{({ id }) => <DraftPage key={id} id={id} />}</Route>
      <Route path="/dossiers/:id/receipt">{({ id }) => <ReceiptPage key={id} id={id} />}</Route>
      <Route path="/duties">
        <Duties />
      </Route>
      <Route path="/duties/:id">{({ id }) => <DutyPage key={id} id={id} />}</Route>
      <Route path="/submissions/:id/import">{({ id }) => <SendList key={id} id={id} />}</Route>
      <Route path="/imports/:id">{({ id }) => <ImportPage key={id} id={id} />}</Route>
      <Route path="/jobs">
        <Jobs />
      </Route>
      <Route path="/decisions">
        <Decisions />
      </Route>
      <Route path="/decisions/:id">{({ id }) => <DecisionPage key={id} id={id} />}</Route>
      <Route path="/occasions">
        <Occasions />
      </Route>
      <Route path="/board">
        <Board />
      </Route>
      <Route path="/audit">
        <Audit />
      </Route>
      <Route path="/admin/:section?">{({ section }) => <Admin section={section} />}</Route>
      <Route path="/notices">
        <Notices />
      </Route>
      <Route>
        <NotFound />
      </Route>
    </Switch>
  );
}
