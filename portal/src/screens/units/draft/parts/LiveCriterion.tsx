// A criterion while its figures are typed: the verdict of the server, the bars, and the clause or that it is assumed.
import { Check, CircleMinus, type LucideIcon, TriangleAlert, X } from 'lucide-react';
import type { Finding } from '../../../../api/dossier';
import type { PlanFigure } from '../../../../api/planRules';
import { Tag, type Tone } from '../../../../parts/Tag';
import { Vi } from '../../../../parts/Vi';
import { useWords } from '../../../../words/WordsProvider';
import type { Gauge } from '../gauges';
import styles from './Figures.module.css';
import { GaugeBars } from './GaugeBars';

const looks: Readonly<Record<Finding['verdict'], readonly [Tone, LucideIcon]>> = {
  met: ['ok', Check],
  not_met: ['late', X],
  unknown: ['warn', TriangleAlert],
  not_applicable: ['draft', CircleMinus],
};

interface LiveCriterionProps {
  readonly finding: Finding;
  readonly gauges: readonly Gauge[];
  readonly figures: readonly PlanFigure[];
}

export function LiveCriterion({ finding, gauges, figures }: LiveCriterionProps) {
  const { t } = useWords();
  const [tone, icon] = looks[finding.verdict];
  const { clause, assumed, basis } = finding.source;
  return (
    <li className={styles.criterion}>
      <p className={styles.criterionHead}>
        <strong>
          <Vi>{finding.text}</Vi>
        </strong>
        <Tag tone={tone} icon={icon}>
          {t(`verdict.${finding.verdict}`)}
        </Tag>
      </p>
      {clause && <p className={styles.soft}>{t('criteria.clause', { clause })}</p>}
      {assumed && <p className={styles.soft}>{t('app.assumedWhy', { basis: basis ?? '' })}</p>}
      {finding.optional && <p className={styles.soft}>{t('criteria.optional')}</p>}
      {finding.kind === 'attested' && <p className={styles.soft}>{t('draft.attested')}</p>}
      {gauges.map((gauge) => (
        <GaugeBars
          key={gauge.kind + gauge.figure + gauge.comparison}
          gauge={gauge}
          figure={figures.find((each) => each.id === gauge.figure)}
        />
      ))}
    </li>
  );
}
