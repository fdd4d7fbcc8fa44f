// Whose tasks: mine, the group's, waiting, done; each number is the count of the list behind it.
import { Link } from 'wouter';
import type { Box } from '../../api/lists';
import type { Schema } from '../../api/client';
import { useWords } from '../../words/WordsProvider';
import { inboxAddress, scopeBoxes } from './address';
import styles from './Inbox.module.css';

interface ScopesProps {
  readonly current: Box;
  readonly counts: Schema['BoxCounts']['counts'] | undefined;
}

export function Scopes({ current, counts }: ScopesProps) {
  const { t } = useWords();
  return (
    <nav aria-label={t('inbox.scopes')} className={styles.whose}>
      <ul className={styles.scopes}>
        {scopeBoxes.map((box) => (
          <li key={box}>
            <Link href={inboxAddress({ box })} className={styles.scope} aria-current={box === current ? 'page' : undefined}>
              {t(`box.${box}`)} <span className={styles.soft}>{counts?.[box]}</span>
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}
