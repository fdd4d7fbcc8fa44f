// A plan's routes, one for each award form, with the dossiers that stand at each stage now.
import { usePlanRules } from '../../api/planRoutes';
import layout from '../../parts/layout.module.css';
import { Loading } from '../../parts/Loading';
import { Trouble } from '../../parts/Trouble';
import { useWords } from '../../words/WordsProvider';
import { RouteDrawing } from './RouteDrawing';

export function PlanView({ id, version }: { id: string; version: number }) {
  const { t } = useWords();
  const { data: rules, error, refetch } = usePlanRules(id, version);
  if (error) return <Trouble error={error} retry={refetch} />;
  if (!rules) return <Loading />;
  return (
    <section className={layout.card} aria-labelledby="plan-view">
      <h2 id="plan-view">{t('admin.planRoutes', { id, version })}</h2>
      {rules.award_forms.map((form) => (
        <RouteDrawing key={form.code} plan={id} form={form.code} name={form.name} rules={rules} />
      ))}
    </section>
  );
}
