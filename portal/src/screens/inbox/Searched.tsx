// What the box was searched for and how many were found, with ways to the whole box and to all dossiers.
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
      <Link href="/dossiers" state={{ text }} className={styles.within}>
        {t('inbox.searchAll')}
      </Link>
    </span>
  );
}
