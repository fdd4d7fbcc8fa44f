// The route of a dossier as a row of dots, with the same in words.
import type { Dossier } from '../api/dossier';
import { useWords } from '../words/WordsProvider';
import styles from './MiniRoute.module.css';
import { stepsOf } from './routeSteps';

const gap = 22;
const radius = 5;

export function MiniRoute({ dossier }: { dossier: Dossier }) {
  const { t } = useWords();
  const steps = stepsOf(dossier);
  const here = steps.findIndex((step) => step.place === 'here');
  const x = (index: number) => 8 + index * gap;
  const words = here < 0 ? dossier.visible_state.vi : t('route.step', { i: here + 1, n: steps.length });
  return (
    <p className={styles.route}>
      <svg width={x(steps.length - 1) + 8} height={16} aria-hidden className={styles.dots}>
        {steps.slice(1).map((step, index) => (
          <line key={step.id} x1={x(index)} x2={x(index + 1)} y1={8} y2={8} data-place={step.place} />
        ))}
        {steps.map((step, index) => (
          <circle key={step.id} cx={x(index)} cy={8} r={step.place === 'here' ? radius + 1.5 : radius} data-place={step.place} />
        ))}
      </svg>
      {here >= 0 && <span>{words}</span>}
    </p>
  );
}
