// Overdue dossiers by submitting unit and stage; each cell holds its number and opens its list.
import { useQuery } from '@tanstack/react-query';
import { Link } from 'wouter';
import { countsQuery } from '../../api/lists';
import type { PlanRules } from '../../api/planRoutes';
import layout from '../../parts/layout.module.css';
import { Vi } from '../../parts/Vi';
import { useWords } from '../../words/WordsProvider';
import { type DossierAddress, dossierAddress, filterOf } from '../dossiers/address';
import styles from './Board.module.css';
import { crossedCounts, heatLevel, overdue } from './figures';
import { Panel } from './Panel';

interface HeatmapProps {
  readonly rules: PlanRules;
  readonly base: DossierAddress;
  readonly today: string;
}

const mostUnits = 15;

export function Heatmap({ rules, base, today }: HeatmapProps) {
  const { t } = useWords();
  const late = { ...base, ...overdue(today) };
  const { data: whole } = useQuery(countsQuery(filterOf(late, ''), ['unit', 'stage'], [['unit', 'stage']]));
  const units = [...(whole?.facets.unit ?? [])].sort((one, other) => other.count - one.count);
  const shown = units.slice(0, mostUnits);
  const known = rules.routes.flatMap((route) => route.stages);
  const stages = (whole?.facets.stage ?? []).map(({ value }) => ({
    id: value,
    name: known.find((stage) => stage.id === value)?.name ?? value,
  }));
  const countAt = crossedCounts(whole?.crossed?.[0]);
  const most = Math.max(0, ...shown.flatMap(({ value }) => stages.map(({ id }) => countAt(value, id))));
  const file = { filter: filterOf(base, ''), board: { pictures: ['overdue'] as const } };
  return (
    <Panel title={t('board.heat')} text={t('board.heatText')} file={shown.length > 0 ? file : undefined}>
      {whole?.total === 0 && <p className={layout.empty}>{t('board.heatEmpty')}</p>}
      {shown.length > 0 && (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls sideways must be reachable by keys
        <section className={styles.scroll} tabIndex={0} aria-label={t('board.heatTable')}>
          <table className={styles.heat}>
            <caption className="visually-hidden">{t('board.heat')}</caption>
            <thead>
              <tr>
                <th scope="col">{t('filter.unit')}</th>
                {stages.map((stage) => (
                  <th key={stage.id} scope="col">
                    <Vi>{stage.name}</Vi>
                  </th>
                ))}
                <th scope="col">{t('board.total')}</th>
              </tr>
            </thead>
            <tbody>
              {shown.map((unit) => (
                <tr key={unit.value}>
                  <th scope="row">
                    <Vi>{unit.name ?? unit.value}</Vi>
                  </th>
                  {stages.map(({ id }) => {
                    const count = countAt(unit.value, id);
                    return (
                      <td key={id} data-level={heatLevel(count, most)}>
                        {count > 0 ? (
                          <Link href={dossierAddress({ ...late, unit: unit.value, stages: [id], order: 'due' })}>{count}</Link>
                        ) : (
                          <span>{count}</span>
                        )}
                      </td>
                    );
                  })}
                  <td>
                    <Link href={dossierAddress({ ...late, unit: unit.value, order: 'due' })}>{unit.count}</Link>
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </section>
      )}
      {units.length > mostUnits && <p className={layout.soft}>{t('board.heatMore', { n: units.length - mostUnits })}</p>}
    </Panel>
  );
}
