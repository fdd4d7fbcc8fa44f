// The ways from a narrowed box: to all of it, and with the words to all dossiers.
import { Button } from '@mantine/core';
import { Link } from 'wouter';
import { useWords } from '../../words/WordsProvider';
import styles from './Inbox.module.css';

export function Searched({ text, onClear }: { text: string; onClear(): void }) {
  const { t } = useWords();
  return (
    <span className={styles.searched}>
      <Button variant="default" onClick={onClear}>
        {t('inbox.wholeBox')}
      </Button>
      {text && (
        <Link href="/dossiers" state={{ text }} className={styles.within}>
          {t('inbox.searchAll')}
        </Link>
      )}
    </span>
  );
}
