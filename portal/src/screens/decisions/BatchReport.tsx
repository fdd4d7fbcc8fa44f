// How a batch goes and went: progress, then a result for each dossier with the reason where it was refused.
import { Button } from '@mantine/core';
import type { DossierLine } from '../../api/lists';
import layout from '../../parts/layout.module.css';
import { useWords } from '../../words/WordsProvider';
import { type BatchEntry, countsOf } from './batch';
import { BatchLine } from './BatchLine';
import styles from './BatchReport.module.css';
import type { BatchAct } from './useBatch';

interface BatchReportProps {
  readonly entries: readonly BatchEntry[];
  readonly command: BatchAct['command'];
  readonly lines: readonly DossierLine[];
  readonly running: boolean;
  onRetry(): void;
  onClose(): void;
}

export function BatchReport({ entries, command, lines, running, onRetry, onClose }: BatchReportProps) {
  const { t } = useWords();
  const { done, failed, left } = countsOf(entries);
  const total = entries.length;
  return (
    <div className={layout.card}>
      <h3>{t('decisions.batch', { command: t(`command.${command}`) })}</h3>
      <progress
        className={styles.progress}
        max={total}
        value={done + failed}
        aria-label={t('decisions.progress', { done: done + failed, total })}
      />
      <p role="status">
        {running ? t('decisions.progress', { done: done + failed, total }) : t('decisions.outcome', { done, failed, left })}
      </p>
      <ul className={styles.lines}>
        {entries.map((entry) => (
          <BatchLine key={entry.id} entry={entry} line={lines.find(({ id }) => id === entry.id)} />
        ))}
      </ul>
      {!running && (
        <div className={layout.tools}>
          {failed + left > 0 && (
            <Button variant="default" onClick={onRetry}>
              {t('decisions.retry', { n: failed + left })}
            </Button>
          )}
          <Button variant="default" onClick={onClose}>
            {t('app.close')}
          </Button>
        </div>
      )}
    </div>
  );
}
