// Who is working in which role, how to change that, and the way out.
import { ChevronDown } from 'lucide-react';
import { useState } from 'react';
import { useMe } from '../api/me';
import { type Session, useChooseAppointment, useSignOut } from '../api/session';
import { AppointmentList } from '../parts/AppointmentList';
import { Dialog } from '../parts/Dialog';
import { Disclosure } from '../parts/Disclosure';
import { useWords } from '../words/WordsProvider';
import styles from './PersonMenu.module.css';

export function PersonMenu({ session }: { session: Session }) {
  const { t } = useWords();
  const { data: me } = useMe();
  const [choosing, setChoosing] = useState(false);
  const choose = useChooseAppointment();
  const signOut = useSignOut();
  const role = me?.role ? `${t(`role.${me.role}`)} · ${me.office_name}` : '';
  const label = (
    <span className={styles.label}>
      <span className={styles.text}>
        <span className={styles.name}>{session.name}</span>
        <span className={styles.role}>{role}</span>
      </span>
      <ChevronDown size={18} aria-hidden />
    </span>
  );
  return (
    <>
      <Disclosure label={label} className={styles.button}>
        {(close) => (
          <>
            <p className={styles.who}>
              <strong>{session.name}</strong>
              <span>{role}</span>
            </p>
            {session.appointments.length > 1 && (
              <button
                type="button"
                onClick={() => {
                  close();
                  setChoosing(true);
                }}
              >
                {t('app.changeAppointment')}
              </button>
            )}
            <button type="button" onClick={() => signOut.mutate()}>
              {t('app.signOut')}
            </button>
          </>
        )}
      </Disclosure>
      <Dialog title={t('appointment.title')} open={choosing} onClose={() => setChoosing(false)}>
        <AppointmentList
          session={session}
          busy={choose.isPending}
          onChoose={(id) => choose.mutate(id, { onSuccess: () => setChoosing(false) })}
        />
      </Dialog>
    </>
  );
}
