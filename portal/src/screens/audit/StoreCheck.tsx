// Verifies everything the auditor may see, when asked to.
import { Button } from '@mantine/core';
import { ShieldAlert, ShieldCheck } from 'lucide-react';
import { useStoreVerification } from '../../api/audit';
import layout from '../../parts/layout.module.css';
import { Trouble } from '../../parts/Trouble';
import { formatInstant } from '../../words/format';
import { useWords } from '../../words/WordsProvider';
import styles from './Audit.module.css';
import { firstBreak } from './blocks';
import { ChainStrip } from './ChainStrip';
import { Violations } from './Violations';

export function StoreCheck() {
  const { t } = useWords();
  const { data: verdict, error, isFetching, refetch, dataUpdatedAt } = useStoreVerification();
  const streams = verdict && new Set(verdict.violations.map(({ stream }) => stream)).size;
  return (
    <section className={layout.card} aria-labelledby="store-check">
      <h2 id="store-check">{t('audit.store')}</h2>
      <p className={layout.soft}>{t('audit.storeText')}</p>
      <div className={layout.tools}>
        <Button loading={isFetching} onClick={() => refetch()}>
          {t('audit.verify')}
        </Button>
        {verdict && (
          <span className={layout.soft}>{t('audit.at', { time: formatInstant(new Date(dataUpdatedAt).toISOString()) })}</span>
        )}
      </div>
      {error && <Trouble error={error} />}
      <div role="status">
        {verdict && (
          <p className={styles.verdict} data-intact={verdict.intact}>
            {verdict.intact ? <ShieldCheck size={22} aria-hidden /> : <ShieldAlert size={22} aria-hidden />}
            {verdict.intact
              ? t('audit.intact', { streams: verdict.streams, events: verdict.events })
              : t('audit.broken', { n: verdict.violations.length, streams: streams ?? 0 })}
          </p>
        )}
      </div>
      {verdict?.intact && <ChainStrip events={verdict.events} broken={undefined} />}
      {verdict && !verdict.intact && firstBreak(verdict.violations) !== undefined && (
        <p className={layout.soft}>{t('audit.openDossier')}</p>
      )}
      {verdict && !verdict.intact && <Violations violations={verdict.violations} />}
    </section>
  );
}
