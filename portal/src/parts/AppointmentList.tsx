// The roles a person may work in, each a button.
import type { AppointmentChoice, Session } from '../api/session';
import { formatDate } from '../words/format';
import { useWords } from '../words/WordsProvider';
import styles from './AppointmentList.module.css';

interface AppointmentListProps {
  readonly session: Session;
  readonly busy: boolean;
  onChoose(id: string): void;
}

export function AppointmentList({ session, busy, onChoose }: AppointmentListProps) {
  const { t } = useWords();
  const notes = ({ id, behalf_of, to }: AppointmentChoice) =>
    [
      behalf_of && t('app.actingFor', { name: behalf_of.name }),
      to && t('appointment.until', { date: formatDate(to) }),
      id === session.appointment && t('appointment.current'),
    ].filter(Boolean);
  if (session.appointments.length === 0) return <p>{t('appointment.none')}</p>;
  return (
    <ul className={styles.list}>
      {session.appointments.map((each) => (
        <li key={each.id}>
          <button type="button" className={styles.choice} disabled={busy} onClick={() => onChoose(each.id)}>
            <strong>{t(`role.${each.role}`)}</strong>
            <span>{each.office_name}</span>
            {notes(each).length > 0 && <span className={styles.notes}>{notes(each).join(' · ')}</span>}
          </button>
        </li>
      ))}
    </ul>
  );
}
