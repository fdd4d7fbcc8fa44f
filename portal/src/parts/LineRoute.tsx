// Where a dossier of a list is on its route, as the plan lays it down; nothing while the plan is not there or tells another route.
import type { DossierLine } from '../api/lists';
import { stagesOf, usePlanRules } from '../api/planRoutes';
import { useWords } from '../words/WordsProvider';
import styles from './MiniRoute.module.css';
import { RouteDots } from './RouteDots';
import { stepsOf } from './routeSteps';

export function LineRoute({ line }: { line: DossierLine }) {
  const { t } = useWords();
  const { data: rules } = usePlanRules(line.plan);
  const route = stagesOf(rules, line.form);
  if (route.length === 0 || (line.stage && !route.some(({ id }) => id === line.stage))) return null;
  const steps = stepsOf({ ...line, route, next: line.hand ? { hand: line.hand } : null });
  const here = steps.findIndex((step) => step.place === 'here');
  return (
    <span className={styles.route}>
      <RouteDots steps={steps} />
      {here >= 0 && <span className="visually-hidden">{t('route.step', { i: here + 1, n: steps.length })}</span>}
    </span>
  );
}
