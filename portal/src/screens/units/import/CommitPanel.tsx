// What will be made of the list, what will be left out, and the two ways from here.
import { Button } from '@mantine/core';
import { useState } from 'react';
import { useLocation } from 'wouter';
import { type NomineeImport, useCancelJob, useCommitImport } from '../../../api/jobs';
import layout from '../../../parts/layout.module.css';
import { tell } from '../../../parts/Toast';
import { Trouble } from '../../../parts/Trouble';
import { formatNumber } from '../../../words/format';
import { useWords } from '../../../words/WordsProvider';
import styles from '../Units.module.css';
import { BadRowsLink } from './ImportReport';

export function CommitPanel({ data }: { data: NomineeImport }) {
  const { t, language } = useWords();
  const [, navigate] = useLocation();
  const [duplicates, setDuplicates] = useState(false);
  const commit = useCommitImport(data.id);
  const cancel = useCancelJob();
  const { good, warned, duplicate, bad } = data.counts;
  const made = good + (duplicates ? duplicate : 0);
  const left = bad + (duplicates ? 0 : duplicate);
  const show = (n: number) => formatNumber(n, language);
  const stop = () =>
    cancel.mutate(data.id, {
      onSuccess: () => {
        tell(t('import.cancelled'));
        navigate(`/submissions/${data.submission}`);
      },
    });
  return (
    <section className={`${styles.card} ${styles.main}`}>
      <h2>{t('import.make')}</h2>
      <p>{t('import.summary', { ok: show(good), bad: show(bad) })}</p>
      {warned > 0 && <p className={styles.soft}>{t('import.warned', { n: show(warned) })}</p>}
      <p className={styles.soft}>{t('import.room', { n: show(data.room) })}</p>
      {duplicate > 0 && (
        <label className={layout.tick}>
          <input type="checkbox" checked={duplicates} onChange={(event) => setDuplicates(event.currentTarget.checked)} />
          {t('import.withDuplicates', { n: show(duplicate) })}
        </label>
      )}
      {commit.error && <Trouble error={commit.error} title={t('import.notMade')} />}
      {cancel.error && <Trouble error={cancel.error} title={t('jobs.notCancelled')} />}
      <div className={styles.acts}>
        {made > 0 && (
          <Button loading={commit.isPending} onClick={() => commit.mutate(duplicates)}>
            {t('import.commit', { made: show(made), left: show(left) })}
          </Button>
        )}
        <Button variant="default" loading={cancel.isPending} onClick={stop}>
          {t('import.cancel')}
        </Button>
      </div>
      {left > 0 && <BadRowsLink id={data.id} />}
    </section>
  );
}
