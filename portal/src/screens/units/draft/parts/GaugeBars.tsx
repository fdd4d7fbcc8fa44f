// Values as bars against the dashed line of the threshold, with the same said beside each.
import { Check, Minus, X } from 'lucide-react';
import type { PlanFigure } from '../../../../api/planRules';
import { formatNumber } from '../../../../words/format';
import { useWords } from '../../../../words/WordsProvider';
import type { Gauge, GaugeBar } from '../gauges';
import styles from './Figures.module.css';

const signs: Readonly<Record<string, string>> = { '>=': '≥', '<=': '≤', '>': '>', '<': '<' };

interface GaugeBarsProps {
  readonly gauge: Gauge;
  readonly figure: PlanFigure | undefined;
}

export function GaugeBars({ gauge, figure }: GaugeBarsProps) {
  const { t, language } = useWords();
  const unit = gauge.kind === 'reduction' ? '%' : (figure?.unit ?? '');
  const say = (value: number) => `${formatNumber(value, language)}${unit && ` ${unit}`}`;
  const scale = Math.max(...gauge.bars.flatMap((each) => [each.value ?? 0, each.threshold])) * 1.15 || 1;
  const x = (value: number) => (100 * Math.max(value, 0)) / scale;
  const icon = ({ met }: GaugeBar) => (met === undefined ? Minus : met ? Check : X);
  return (
    <figure className={styles.gauge}>
      <figcaption>{t(`draft.gauge.${gauge.kind}`)}</figcaption>
      <ul>
        {gauge.bars.map((each) => {
          const Icon = icon(each);
          const verdict = each.met === undefined ? 'unknown' : each.met ? 'met' : 'not_met';
          return (
            <li key={each.year ?? 0} data-verdict={verdict}>
              <span className={styles.gaugeYear}>{each.year ?? ''}</span>
              <svg className={styles.drawn} viewBox="0 0 100 10" preserveAspectRatio="none" aria-hidden>
                <rect className={styles.ground} width={100} height={10} />
                <rect className={styles.value} width={x(each.value ?? 0)} height={10} />
                <line x1={x(each.threshold)} x2={x(each.threshold)} y1={0} y2={10} />
              </svg>
              <span className={styles.said}>
                <Icon size={16} aria-hidden />
                <span>
                  <strong>{each.value === undefined ? t('draft.noValue') : say(Math.round(each.value * 100) / 100)}</strong>{' '}
                  {t('draft.threshold', { sign: signs[gauge.comparison] ?? gauge.comparison, value: say(each.threshold) })}
                </span>
                <span className="visually-hidden">{t(`verdict.${verdict}`)}</span>
              </span>
            </li>
          );
        })}
      </ul>
    </figure>
  );
}
