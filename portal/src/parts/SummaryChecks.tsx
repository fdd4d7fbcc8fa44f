// The automatic checks of a dossier, what fails first.
import { Check, CircleMinus, type LucideIcon, TriangleAlert, X } from 'lucide-react';
import { type Finding, useCheck } from '../api/dossier';
import { useWords } from '../words/WordsProvider';
import styles from './DossierSummary.module.css';
import { ChecksBar } from './ChecksBar';
import { Vi } from './Vi';

type Verdict = Finding['verdict'];

const icons: Readonly<Record<Verdict, LucideIcon>> = {
  met: Check,
  not_met: X,
  unknown: TriangleAlert,
  not_applicable: CircleMinus,
};
/** As it is counted; what has no say, by its verdict. */
const shown = ({ outcome, verdict }: Finding): Verdict => (outcome === 'to_look_over' ? 'unknown' : (outcome ?? verdict));

const worstFirst: readonly Verdict[] = ['not_met', 'unknown', 'met', 'not_applicable'];

export function SummaryChecks({ id }: { id: string }) {
  const { t, lookUp } = useWords();
  const { data: check } = useCheck(id);
  if (!check) return null;
  const missing = check.papers.filter((paper) => !paper.present && paper.required_at === 'submit');
  const findings = [...(check.criteria?.findings ?? [])].sort(
    (one, other) => worstFirst.indexOf(shown(one)) - worstFirst.indexOf(shown(other)),
  );
  return (
    <section className={styles.part}>
      <h3>{t('summary.checks')}</h3>
      <ChecksBar counts={check.counts} />
      {findings.length + missing.length === 0 && <p>{t('summary.noChecks')}</p>}
      <ul className={styles.part}>
        {missing.map((paper) => (
          <li key={paper.slot} className={styles.check} data-verdict="not_met">
            <X size={18} aria-hidden />
            <span>
              <strong>{t('papers.missing')}: </strong>
              {lookUp(`slot.${paper.slot}`, paper.slot)}
            </span>
          </li>
        ))}
        {findings.map((finding) => {
          const verdict = shown(finding);
          const Icon = icons[verdict];
          return (
            <li key={finding.criterion} className={styles.check} data-verdict={verdict}>
              <Icon size={18} aria-hidden />
              <span>
                <strong>{t(`verdict.${verdict}`)}: </strong>
                <Vi>{finding.text}</Vi>
              </span>
            </li>
          );
        })}
      </ul>
    </section>
  );
}
