// The stages that dossiers for one form pass, from left to right, on telephones from top to bottom.
import { useQuery } from '@tanstack/react-query';
import { Link } from 'wouter';
import { countsQuery } from '../../api/lists';
import { may, useMe } from '../../api/me';
import { type PlanRules, stagesOf } from '../../api/planRoutes';
import { Vi } from '../../parts/Vi';
import { useWords } from '../../words/WordsProvider';
import { dossierAddress, filterOf } from '../dossiers/address';
import styles from './RouteDrawing.module.css';

interface RouteDrawingProps {
  readonly plan: string;
  readonly form: string;
  readonly name: string;
  readonly rules: PlanRules;
}

export function RouteDrawing({ plan, form, name, rules }: RouteDrawingProps) {
  const { t } = useWords();
  const { data: me } = useMe();
  const own = { plan, form, open: true };
  // Who administers reads no dossiers, so there is nothing to count.
  const counted = may(me, 'read_dossiers');
  const { data: counts } = useQuery({ ...countsQuery(filterOf(own, ''), ['stage']), enabled: counted });
  const stages = stagesOf(rules, form);
  const countAt = (id: string) => counts?.facets.stage?.find((each) => each.value === id)?.count ?? 0;
  return (
    <div className={styles.route}>
      <h3>
        <Vi>{name}</Vi>
      </h3>
      <ol className={styles.stages}>
        <li className={styles.stage}>
          <strong>{t('route.unit')}</strong>
        </li>
        {stages.map((stage) => (
          <li key={stage.id} className={styles.stage} data-kind={stage.kind}>
            <span className={styles.kind}>{t(`stageKind.${stage.kind}`)}</span>
            <strong>
              <Vi>{stage.name}</Vi>
            </strong>
            {stage.source?.assumed && <span className={styles.kind}>{t('app.assumed')}</span>}
            {counts && counts.total > 0 && (
              <Link href={dossierAddress({ ...own, stages: [stage.id] })}>{t('admin.here', { n: countAt(stage.id) })}</Link>
            )}
          </li>
        ))}
      </ol>
    </div>
  );
}
