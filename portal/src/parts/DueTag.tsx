// How much time a line of a list has left, as far as its date tells.
import { PauseCircle } from 'lucide-react';
import type { DossierLine } from '../api/lists';
import { useWords } from '../words/WordsProvider';
import { DaysLeft } from './DaysLeft';
import styles from './DueTag.module.css';
import { Tag } from './Tag';

export function DueTag({ line }: { line: DossierLine }) {
  const { t } = useWords();
  if (line.held) {
    return (
      <Tag tone="paused" icon={PauseCircle}>
        {t('list.held')}
      </Tag>
    );
  }
  if (!line.hand) return null;
  if (!line.due) return <span className={styles.none}>{t('list.noDue')}</span>;
  return <DaysLeft due={line.due} overdue={line.overdue} days={line.days_left} />;
}
