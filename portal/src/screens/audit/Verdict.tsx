// What the verification of all that an auditor may see has found.
import { ShieldAlert, ShieldCheck } from 'lucide-react';
import type { Schema } from '../../api/client';
import layout from '../../parts/layout.module.css';
import { useWords } from '../../words/WordsProvider';
import styles from './Audit.module.css';
import { firstBreak } from './blocks';
import { ChainStrip } from './ChainStrip';
import { Violations } from './Violations';

export function Verdict({ verdict }: { verdict: Schema['StoreVerification'] }) {
  const { t } = useWords();
  const { intact, streams, events, violations, digest } = verdict;
  const broken = new Set(violations.map(({ stream }) => stream)).size;
  return (
    <>
      <p className={styles.verdict} data-intact={intact}>
        {intact ? <ShieldCheck size={22} aria-hidden /> : <ShieldAlert size={22} aria-hidden />}
        {intact ? t('audit.intact', { streams, events }) : t('audit.broken', { n: violations.length, streams: broken })}
      </p>
      {digest && <p className={styles.found}>{t('audit.digest', { hash: digest })}</p>}
      {intact && <ChainStrip events={events} broken={undefined} />}
      {!intact && firstBreak(violations) !== undefined && <p className={layout.soft}>{t('audit.openDossier')}</p>}
      {!intact && <Violations violations={violations} />}
    </>
  );
}
