// What does not hold, where, and what to do about it.
import { Link } from 'wouter';
import type { Violation } from '../../api/audit';
import { useWords } from '../../words/WordsProvider';
import { eventAddress } from '../dossier/eventAddress';
import styles from './Audit.module.css';

const streamOf = (stream: string | undefined) => /^dossier[/:](.+)$/.exec(stream ?? '')?.[1];

export function Violations({ violations, dossier }: { violations: readonly Violation[]; dossier?: string }) {
  const { t, say } = useWords();
  return (
    <>
      <ol className={styles.violations}>
        {violations.map((each) => {
          const id = dossier ?? streamOf(each.stream);
          return (
            <li key={`${each.stream}${each.n}${each.invariant}${each.text}`}>
              <strong>{each.n === undefined ? t('log.brokenSomewhere') : t('log.broken', { n: each.n })}</strong>
              <span>{say(each.promise)}</span>
              <span className={styles.found}>{t('audit.found', { text: each.text })}</span>
              <span className={styles.found}>{t('audit.rule', { code: each.invariant })}</span>
              {each.event && <span className={styles.found}>{t('desk.brokenEvent', { id: each.event })}</span>}
              {each.expected && <span className={styles.found}>{t('desk.expected', { hash: each.expected })}</span>}
              {each.found && <span className={styles.found}>{t('desk.found', { hash: each.found })}</span>}
              {id ? (
                <Link href={each.n === undefined ? `/dossiers/${id}?tab=history` : eventAddress(id, each.n)}>{t('audit.toHistory')}</Link>
              ) : (
                each.stream && <span className={styles.found}>{t('audit.stream', { stream: each.stream })}</span>
              )}
            </li>
          );
        })}
      </ol>
      <h3>{t('audit.whatToDo')}</h3>
      <ol className={styles.steps}>
        <li>{t('audit.step1')}</li>
        <li>{t('audit.step2')}</li>
        <li>{t('audit.step3')}</li>
        <li>{t('audit.step4')}</li>
      </ol>
    </>
  );
}
