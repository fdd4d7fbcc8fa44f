// Which screen belongs to which address; each is fetched when it is first opened.
import { lazy } from 'react';
import { Route, Switch } from 'wouter';

const Inbox = lazy(() => import('../screens/inbox/Inbox'));
const Dossiers = lazy(() => import('../screens/dossiers/Dossiers'));
const DossierPage = lazy(() => import('../screens/dossier/DossierPage'));
const Notices = lazy(() => import('../screens/notices/Notices'));
const UnitHome = lazy(() => import('../screens/units/overview/UnitHome'));
const SubmissionPage = lazy(() => import('../screens/units/submission/SubmissionPage'));
const DraftPage = lazy(() => import('../screens/units/draft/DraftPage'));
const ReceiptPage = lazy(() => import('../screens/units/receipt/ReceiptPage'));
const Duties = lazy(() => import('../screens/units/duties/Duties'));
const DutyPage = lazy(() => import('../screens/units/duties/DutyPage'));
const NotFound = lazy(() => import('../screens/not-found/NotFound'));

export function Screens() {
  return (
    <Switch>
      <Route path="/">
        <Inbox />
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
      <Route path="/notices">
        <Notices />
      </Route>
      <Route>
        <NotFound />
      </Route>
    </Switch>
  );
}
