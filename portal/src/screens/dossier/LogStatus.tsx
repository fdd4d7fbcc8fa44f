// Whether the log of this dossier is intact, checked by the server when the page opens and on demand.
import { Button } from '@mantine/core';
import { ShieldAlert, ShieldCheck } from 'lucide-react';
import { useVerification } from '../../api/dossier';
import { Loading } from '../../parts/Loading';
import { Trouble } from '../../parts/Trouble';
import { useWords } from '../../words/WordsProvider';
import styles from './LogStatus.module.css';

export function LogStatus({ dossier }: { dossier: string }) {
  const { t, say } = useWords();
  const { data: verdict, error, refetch, isFetching } = useVerification(dossier);
  const first = verdict?.violations[0];
  const broken = first?.n === undefined ? t('log.brokenSomewhere') : t('log.broken', { n: first.n });
  return (
    <section className={styles.card}>
      <h2>{t('log.title')}</h2>
      {!verdict && !error && <Loading />}
      {error && <Trouble error={error} />}
      {verdict && (
        <div className={styles.verdict} data-intact={verdict.intact}>
          {verdict.intact ? <ShieldCheck size={22} aria-hidden /> : <ShieldAlert size={22} aria-hidden />}
          <div role="status">
            <strong>{verdict.intact ? t('log.intact') : broken}</strong>
            {verdict.intact && <p>{t('log.events', { n: verdict.events })}</p>}
            {verdict.violations.map((each) => (
              <p key={each.invariant + each.n}>{say(each.promise)}</p>
            ))}
            <p className={styles.hash}>{t('log.head', { hash: verdict.head.slice(0, 16) })}</p>
          </div>
        </div>
      )}
      <Button variant="default" size="sm" loading={isFetching} onClick={() => refetch()}>
        {t('log.again')}
      </Button>
    </section>
  );
}
