// How much time a line of a list has left, as far as its date tells.
import { Clock, PauseCircle, TriangleAlert } from 'lucide-react';
import type { DossierLine } from '../api/lists';
import { useMe } from '../api/me';
import { formatDate } from '../words/format';
import { useWords } from '../words/WordsProvider';
import styles from './DueTag.module.css';
import { Tag } from './Tag';

export function DueTag({ line }: { line: DossierLine }) {
  const { t } = useWords();
  const { data: me } = useMe();
  if (line.held) {
    return (
      <Tag tone="paused" icon={PauseCircle}>
        {t('list.held')}
      </Tag>
    );
  }
  if (!line.hand) return null;
  if (!line.due) return <span className={styles.none}>{t('list.noDue')}</span>;
  if (line.overdue) {
    return (
      <Tag tone="late" icon={TriangleAlert}>
        {line.days_left === undefined ? t('list.overdue') : t('due.overdueDays', { n: Math.max(-line.days_left, 1) })}
      </Tag>
    );
  }
  return line.due === me?.today ? (
    <Tag tone="warn" icon={Clock}>
      {t('list.today')}
    </Tag>
  ) : (
    <Tag tone="draft" icon={Clock}>
      {line.days_left === undefined ? formatDate(line.due) : t('due.leftDays', { n: line.days_left })}
    </Tag>
  );
}
