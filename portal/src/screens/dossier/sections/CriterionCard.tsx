// One criterion of the rules and how the dossier stands to it.
import { Check, CircleMinus, type LucideIcon, TriangleAlert, X } from 'lucide-react';
import type { Finding } from '../../../api/dossier';
import { useFigures } from '../../../api/plans';
import { Tag, type Tone } from '../../../parts/Tag';
import { Vi } from '../../../parts/Vi';
import { useWords } from '../../../words/WordsProvider';
import { FigureBars } from './FigureBars';
import styles from './Section.module.css';

const looks: Readonly<Record<Finding['verdict'], readonly [Tone, LucideIcon]>> = {
  met: ['ok', Check],
  not_met: ['late', X],
  unknown: ['warn', TriangleAlert],
  not_applicable: ['draft', CircleMinus],
};

interface CriterionCardProps {
  readonly finding: Finding;
  readonly plan: { id: string; version: number };
}

export function CriterionCard({ finding, plan }: CriterionCardProps) {
  const { t } = useWords();
  const { data: figures = [] } = useFigures(plan);
  const [tone, icon] = looks[finding.verdict];
  const nameOf = (id: string) => figures.find((each) => each.id === id)?.name ?? id;
  const missing = finding.missing.map((each) => [nameOf(each.figure), each.year].filter(Boolean).join(' '));
  const { clause, assumed, basis } = finding.source;
  return (
    <section className={styles.card}>
      <div className={styles.headline}>
        <h2>
          <Vi>{finding.text}</Vi>
        </h2>
        <Tag tone={tone} icon={icon}>
          {t(`verdict.${finding.verdict}`)}
        </Tag>
      </div>
      {clause && <p className={styles.soft}>{t('criteria.clause', { clause })}</p>}
      {finding.optional && <p className={styles.soft}>{t('criteria.optional')}</p>}
      {assumed && <p className={styles.soft}>{t('app.assumedWhy', { basis: basis ?? '' })}</p>}
      <FigureBars values={finding.figures} figures={figures} failing={finding.failing_years} />
      {finding.failing_years.length > 0 && <p>{t('criteria.failing', { years: finding.failing_years.join(', ') })}</p>}
      {missing.length > 0 && <p>{t('criteria.missing', { what: missing.join('; ') })}</p>}
      {finding.attestation_missing && <p>{t('criteria.attestation')}</p>}
      {finding.reason && <blockquote className={styles.quote}>{finding.reason}</blockquote>}
    </section>
  );
}
