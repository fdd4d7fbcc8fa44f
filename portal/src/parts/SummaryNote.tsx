// What was last said about a dossier, by whom and when; a link to its place in the history.
import { Link } from 'wouter';
import { useWholeHistory } from '../api/dossier';
import { eventAddress } from '../screens/dossier/eventAddress';
import { formatInstant } from '../words/format';
import { useWords } from '../words/WordsProvider';
import styles from './DossierSummary.module.css';
import { lastNote } from './lastNote';
import { Vi } from './Vi';

export function SummaryNote({ id }: { id: string }) {
  const { t, lookUp } = useWords();
  const { events, people, isWhole } = useWholeHistory(id);
  const note = isWhole ? lastNote(events) : undefined;
  if (!note) return null;
  const { actor, office_name, type, at, n } = note.event;
  const who = [actor && people[actor.person], office_name].filter(Boolean).join(' · ');
  return (
    <section className={styles.part}>
      <h3>{t('summary.note')}</h3>
      <p>
        <Link href={eventAddress(id, n)}>{lookUp(`event.${type}`, t('event.other'))}</Link>
        <span className={styles.said}>
          <Vi>{who}</Vi>
          {at && ` · ${formatInstant(at)}`}
        </span>
      </p>
      <blockquote className={styles.quote}>
        {note.texts.map((text, line) => (
          <p key={line}>{text === undefined ? t('opinions.erased') : <Vi>{text}</Vi>}</p>
        ))}
      </blockquote>
    </section>
  );
}
