// Says that something is on its way, but only once that has lasted long enough to be noticed.
import { Loader } from '@mantine/core';
import { useWords } from '../words/WordsProvider';
import styles from './Loading.module.css';

export function Loading() {
  const { t } = useWords();
  return (
    <p className={styles.loading} role="status">
      <Loader size={20} aria-hidden />
      {t('app.loading')}
    </p>
  );
}
