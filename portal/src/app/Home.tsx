// What stands first for a role: its tasks, or the administration for those who have no dossiers.
import { lazy } from 'react';
import { Redirect } from 'wouter';
import { useMe } from '../api/me';
import { Loading } from '../parts/Loading';
import { administers } from './menu';

const Inbox = lazy(() => import('../screens/inbox/Inbox'));

export function Home() {
  const { data: me } = useMe();
  if (!me) return <Loading />;
  return administers(me.role) ? <Redirect to="/admin" replace /> : <Inbox />;
}
