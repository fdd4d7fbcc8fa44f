// Decides what is shown before work can begin: sign-in, what the account still owes, the choice of role, or the portal.
import { lazy, Suspense } from 'react';
import { Refusal } from '../api/Refusal';
import { type Session, useSession } from '../api/session';
import { mayHaveSession } from '../api/sessionMark';
import { Loading } from '../parts/Loading';
import { Trouble } from '../parts/Trouble';
import { Shell } from './Shell';

const SignIn = lazy(() => import('../screens/sign-in/SignIn'));
const ChangePassword = lazy(() => import('../screens/sign-in/ChangePassword'));
const EnrolSecondFactor = lazy(() => import('../screens/sign-in/EnrolSecondFactor'));
const ChooseAppointment = lazy(() => import('../screens/sign-in/ChooseAppointment'));

function screenFor(session: Session) {
  const { must_change_password, second_factor, appointment } = session;
  if (must_change_password) return <ChangePassword login={session.login} />;
  if (second_factor.required && !second_factor.enrolled) return <EnrolSecondFactor login={session.login} />;
  if (second_factor.required && !second_factor.passed) return <SignIn />;
  if (!appointment) return <ChooseAppointment session={session} />;
  return <Shell session={session} />;
}

export function SessionGate() {
  const { data: session, error, refetch } = useSession();
  const signedOut = !mayHaveSession() || (error instanceof Refusal && error.status === 401);
  return (
    <Suspense fallback={<Loading />}>
      {session ? screenFor(session) : signedOut ? <SignIn /> : error ? <Trouble error={error} retry={refetch} /> : <Loading />}
    </Suspense>
  );
}
