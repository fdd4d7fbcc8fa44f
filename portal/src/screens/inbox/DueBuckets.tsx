// How bad is today: four counts by due date, each opening its list.
import { Link } from 'wouter';
import type { Schema } from '../../api/client';
import type { Box } from '../../api/lists';
import { useWords } from '../../words/WordsProvider';
import { dueBoxes, inboxAddress } from './address';
import styles from './Inbox.module.css';

interface DueBucketsProps {
  readonly current: Box;
  readonly counts: Schema['BoxCounts']['counts'] | undefined;
}

export function DueBuckets({ current, counts }: DueBucketsProps) {
  const { t } = useWords();
  return (
    <nav aria-label={t('inbox.due')} className={styles.due}>
      <ul className={styles.buckets}>
        {dueBoxes.map((box) => (
          <li key={box}>
            <Link
              href={inboxAddress({ box })}
              className={styles.bucket}
              data-box={box}
              aria-current={box === current ? 'page' : undefined}
            >
              <span className={styles.number}>{counts?.[box] ?? '–'}</span>
              {t(`box.${box}`)}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}
