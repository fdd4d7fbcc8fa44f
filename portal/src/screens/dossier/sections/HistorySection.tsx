// Everything that happened to the dossier, newest first.
import { useSearch } from 'wouter';
import { type Dossier, useWholeHistory } from '../../../api/dossier';
import { Loading } from '../../../parts/Loading';
import { Trouble } from '../../../parts/Trouble';
import { eventInAddress } from '../eventAddress';
import { HistoryItem } from '../HistoryItem';
import styles from './HistorySection.module.css';

export function HistorySection({ dossier }: { dossier: Dossier }) {
  const { events, people, isRead, error, refetch } = useWholeHistory(dossier.id);
  const meant = eventInAddress(useSearch());
  if (error) return <Trouble error={error} retry={refetch} />;
  if (!isRead) return <Loading />;
  return (
    <ol className={styles.timeline} reversed>
      {[...events].reverse().map((event) => (
        <HistoryItem key={event.n} event={event} people={people} meant={event.n === meant} />
      ))}
    </ol>
  );
}
