// The receipts of an act: the events the server recorded, with their hashes.
import type { Schema } from '../../../api/client';
import { useWords } from '../../../words/WordsProvider';
import styles from './Receipt.module.css';

export function Receipts({ receipts }: { receipts: Schema['Receipts'] }) {
  const { t, lookUp } = useWords();
  return (
    <details className={styles.receipts}>
      <summary>{t('submission.receipts', { n: receipts.length })}</summary>
      <ul>
        {receipts.map((receipt) => (
          <li key={receipt.id + receipt.n}>
            {lookUp(`submission.stream.${receipt.stream}`, receipt.stream)} · {t('submission.event', { n: receipt.n })}
            <code className={styles.hash}>{receipt.hash}</code>
          </li>
        ))}
      </ul>
    </details>
  );
}
