// Everything that happened to the dossier, newest first.
import { useEffect } from 'react';
import { useSearch } from 'wouter';
import { type Dossier, useHistory } from '../../../api/dossier';
import { Loading } from '../../../parts/Loading';
import { Trouble } from '../../../parts/Trouble';
import { eventInAddress } from '../eventAddress';
import { HistoryItem } from '../HistoryItem';
import styles from './HistorySection.module.css';

export function HistorySection({ dossier }: { dossier: Dossier }) {
  const { data, error, refetch, hasNextPage, isFetchingNextPage, fetchNextPage } = useHistory(dossier.id);
  const meant = eventInAddress(useSearch());
  useEffect(() => {
    if (hasNextPage && !isFetchingNextPage) void fetchNextPage();
  }, [hasNextPage, isFetchingNextPage, fetchNextPage]);
  if (error) return <Trouble error={error} retry={refetch} />;
  if (!data) return <Loading />;
  const people = Object.assign({}, ...data.pages.map((page) => page.names.people)) as Record<string, string>;
  const events = data.pages.flatMap((page) => page.items).reverse();
  return (
    <ol className={styles.timeline} reversed>
      {events.map((event) => (
        <HistoryItem key={event.n} event={event} people={people} meant={event.n === meant} />
      ))}
    </ol>
  );
}
