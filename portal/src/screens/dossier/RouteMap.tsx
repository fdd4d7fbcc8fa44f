// The whole route of the dossier as a list of steps: where it is, what it used, who agreed, what comes.
import type { Dossier } from '../../api/dossier';
import { stepsOf } from '../../parts/routeSteps';
import { useWords } from '../../words/WordsProvider';
import styles from './RouteMap.module.css';
import { RouteStepItem } from './RouteStepItem';

export function RouteMap({ dossier }: { dossier: Dossier }) {
  const { t } = useWords();
  return (
    <section className={styles.card} aria-label={t('route.title')}>
      <ol className={styles.route}>
        {stepsOf(dossier).map((step) => (
          <RouteStepItem key={step.id} step={step} dossier={dossier} />
        ))}
      </ol>
    </section>
  );
}
