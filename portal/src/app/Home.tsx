// What stands first for a role: its tasks, or the first entry of its menu where it has none.
import { lazy } from 'react';
import { Redirect } from 'wouter';
import { useMe } from '../api/me';
import { Loading } from '../parts/Loading';
import { menuFor } from './menu';

const Inbox = lazy(() => import('../screens/inbox/Inbox'));

export function Home() {
  const { data: me } = useMe();
  if (!me) return <Loading />;
  const first = menuFor(me)[0]?.href ?? '/admin/account';
  return first === '/' ? <Inbox /> : <Redirect to={first} replace />;
}
