// What went wrong, why, and what to do now.
import { Button } from '@mantine/core';
import { TriangleAlert } from 'lucide-react';
import { refusalWords } from '../api/refusalWords';
import { useWords } from '../words/WordsProvider';
import styles from './Trouble.module.css';

interface TroubleProps {
  readonly error: unknown;
  readonly title?: string;
  retry?(): unknown;
}

export function Trouble({ error, title, retry }: TroubleProps) {
  const speech = useWords();
  const { message, details, requestCode } = refusalWords(error, speech);
  return (
    <div className={styles.trouble} role="alert">
      <TriangleAlert size={20} aria-hidden />
      <div className={styles.text}>
        <strong>{title ?? speech.t('err.title')}</strong>
        <p>{message}</p>
        {details.length > 0 && (
          <ul className={styles.details}>
            {details.map((each) => (
              <li key={each.pointer + each.text}>{each.text}</li>
            ))}
          </ul>
        )}
        {requestCode && <p className={styles.code}>{speech.t('app.requestCode', { code: requestCode })}</p>}
        {retry && (
          <Button variant="default" size="sm" onClick={() => retry()}>
            {speech.t('app.retry')}
          </Button>
        )}
      </div>
    </div>
  );
}
