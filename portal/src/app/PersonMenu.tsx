// Who is working in which role, how to change that, and the way out.
import { Button } from '@mantine/core';
import { ChevronDown } from 'lucide-react';
import { useState } from 'react';
import { Link } from 'wouter';
import { useMe } from '../api/me';
import { type Session, useChooseAppointment, useSignOut } from '../api/session';
import { AppointmentList } from '../parts/AppointmentList';
import { Dialog } from '../parts/Dialog';
import { showKeyboardHelp } from '../parts/KeyboardHelp';
import { useWords } from '../words/WordsProvider';
import styles from './PersonMenu.module.css';

export function PersonMenu({ session }: { session: Session }) {
  const { t } = useWords();
  const { data: me } = useMe();
  const [open, setOpen] = useState(false);
  const choose = useChooseAppointment();
  const signOut = useSignOut();
  const showKeys = () => {
    setOpen(false);
    showKeyboardHelp();
  };
  const role = me?.role ? `${t(`role.${me.role}`)} · ${me.office_name}` : '';
  return (
    <>
      <button type="button" className={styles.button} aria-haspopup="dialog" onClick={() => setOpen(true)}>
        <span className={styles.text}>
          <span className={styles.name}>{session.name}</span>
          <span className={styles.role} title={role}>
            {role}
          </span>
        </span>
        <ChevronDown size={18} aria-hidden />
      </button>
      <Dialog title={session.name} open={open} onClose={() => setOpen(false)}>
        <div className={styles.panel}>
          <p>{role}</p>
          <Link href="/admin/account" onClick={() => setOpen(false)}>
            {t('admin.account')}
          </Link>
          <Link href="/jobs" onClick={() => setOpen(false)}>
            {t('jobs.title')}
          </Link>
          {session.appointments.length > 1 && (
            <>
              <h3>{t('app.changeAppointment')}</h3>
              <AppointmentList
                session={session}
                busy={choose.isPending}
                onChoose={(id) => choose.mutate(id, { onSuccess: () => setOpen(false) })}
              />
            </>
          )}
          <Button variant="default" onClick={showKeys}>
            {t('keys.title')}
          </Button>
          <Button variant="default" loading={signOut.isPending} onClick={() => signOut.mutate()}>
            {t('app.signOut')}
          </Button>
        </div>
      </Dialog>
    </>
  );
}
