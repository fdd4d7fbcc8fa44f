// How the automatic checks of a dossier went: met, to look over, against it.
import type { Schema } from '../api/client';
import { useWords } from '../words/WordsProvider';
import styles from './ChecksBar.module.css';
import { ShareBar } from './ShareBar';

export function ChecksBar({ counts: { met, to_look_over: open, not_met: failed } }: { counts: Schema['CheckCounts'] }) {
  const { t } = useWords();
  const all = met + open + failed;
  if (all === 0) return null;
  return (
    <span className={styles.checks}>
      <ShareBar
        className={styles.bar}
        gap={20}
        shares={[
          { tone: 'ok', n: met },
          { tone: 'warn', n: open },
          { tone: 'late', n: failed },
        ]}
      />
      <span className={styles.number} aria-hidden>
        {`${met}/${all}`}
      </span>
      <span className="visually-hidden">{t('checks.said', { met, all, open, failed })}</span>
    </span>
  );
}
