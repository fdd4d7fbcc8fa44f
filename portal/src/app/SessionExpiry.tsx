// Warns before the session ends for idleness, and lets the person sign in again over the page when it has.
import { Button } from '@mantine/core';
import { useEffect, useState } from 'react';
import { onSessionLost } from '../api/client';
import { queryClient } from '../api/queryClient';
import { type Session, useChooseAppointment, useSession } from '../api/session';
import { Dialog } from '../parts/Dialog';
import { SignInForm } from '../parts/SignInForm';
import { useWords } from '../words/WordsProvider';
import styles from './SessionExpiry.module.css';
import { useIdleWarning } from './useIdleWarning';

export function SessionExpiry({ session }: { session: Session }) {
  const { t } = useWords();
  const [lost, setLost] = useState(false);
  const { refetch } = useSession();
  const choose = useChooseAppointment();
  const warned = useIdleWarning(session.idle_minutes);
  useEffect(() => onSessionLost(() => setLost(true)), []);

  const resume = async (again: Session) => {
    const former = again.appointments.find((each) => each.id === session.appointment);
    if (again.person !== session.person) return window.location.assign('/');
    if (former && again.appointment !== former.id) await choose.mutateAsync(former.id);
    setLost(false);
    void queryClient.invalidateQueries();
  };

  if (lost) {
    return (
      <Dialog title={t('expiry.title')} open>
        <p className={styles.text}>{t('expiry.text')}</p>
        <SignInForm login={session.login ?? ''} onSignedIn={resume} />
      </Dialog>
    );
  }
  if (!warned) return null;
  return (
    <div className={styles.warning} role="alert">
      <span>{t('expiry.warning')}</span>
      <Button size="sm" onClick={() => refetch()}>
        {t('expiry.extend')}
      </Button>
    </div>
  );
}
