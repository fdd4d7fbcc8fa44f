// Says that somebody acted in the meantime, who and how, and that what was written is still there.
import { useHistory } from '../../../api/dossier';
import { formatTime } from '../../../words/format';
import { useWords } from '../../../words/WordsProvider';
import { HistoryItem } from '../HistoryItem';
import styles from './DecisionPanel.module.css';

export function StaleNotice({ dossier, since }: { dossier: string; since: number }) {
  const { t } = useWords();
  const { data } = useHistory(dossier);
  const people = data?.pages.at(-1)?.names.people ?? {};
  const events = (data?.pages.flatMap((page) => page.items) ?? []).filter((event) => event.n > since);
  const last = events.at(-1);
  const name = last?.actor && people[last.actor.person];
  const message =
    name && last?.at ? t('decide.stale', { name, time: formatTime(last.at) }) : t('decide.staleUnknown');
  return (
    <div className={styles.warning} role="alert">
      <p>{message}</p>
      {events.length > 0 && (
        <details>
          <summary>{t('decide.changed')}</summary>
          <ol className={styles.list}>
            {events.map((event) => (
              <HistoryItem key={event.n} event={event} people={people} />
            ))}
          </ol>
        </details>
      )}
    </div>
  );
}
