// Each criterion of the movement with its verdict, its figures drawn and said, and the clause it comes from; and what nobody looked at here.
import { type Dossier, useCheck } from '../../../api/dossier';
import { Loading } from '../../../parts/Loading';
import { Trouble } from '../../../parts/Trouble';
import { useWords } from '../../../words/WordsProvider';
import { CriterionCard } from './CriterionCard';
import styles from './Section.module.css';

export function CriteriaSection({ dossier }: { dossier: Dossier }) {
  const { t } = useWords();
  const { data: check, error, refetch } = useCheck(dossier.id);
  if (error) return <Trouble error={error} retry={refetch} />;
  if (!check) return <Loading />;
  const findings = check.criteria?.findings ?? [];
  return (
    <div className={styles.cards}>
      {findings.length === 0 && <p className={styles.card}>{t('criteria.none')}</p>}
      {findings.map((finding) => (
        <CriterionCard key={finding.criterion} finding={finding} plan={dossier.plan} />
      ))}
      <p className={styles.soft}>{t('criteria.standards')}</p>
    </div>
  );
}
