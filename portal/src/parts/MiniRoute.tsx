// The route of a dossier as a row of dots, with the same in words.
import type { Dossier } from '../api/dossier';
import { useWords } from '../words/WordsProvider';
import styles from './MiniRoute.module.css';
import { RouteDots } from './RouteDots';
import { stepsOf } from './routeSteps';

export function MiniRoute({ dossier }: { dossier: Dossier }) {
  const { t } = useWords();
  const steps = stepsOf(dossier);
  const here = steps.findIndex((step) => step.place === 'here');
  return (
    <p className={styles.route}>
      <RouteDots steps={steps} />
      {here >= 0 && <span>{t('route.step', { i: here + 1, n: steps.length })}</span>}
    </p>
  );
}
