// Says over the page that a deputy works in a holder's place.
import { UserRoundCheck } from 'lucide-react';
import type { Session } from '../api/session';
import { formatDate } from '../words/format';
import { useWords } from '../words/WordsProvider';
import styles from './ActingForStrip.module.css';

export function ActingForStrip({ session }: { session: Session }) {
  const { t } = useWords();
  const chosen = session.appointments.find((each) => each.id === session.appointment);
  if (!chosen?.behalf_of) return null;
  const name = chosen.behalf_of.name;
  return (
    <p className={styles.strip}>
      <UserRoundCheck size={18} aria-hidden />
      {chosen.to ? t('app.actingForUntil', { name, date: formatDate(chosen.to) }) : t('app.actingFor', { name })}
    </p>
  );
}
