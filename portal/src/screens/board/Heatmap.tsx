// Overdue dossiers by office and stage; each cell holds its number and opens its list.
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

const mostOffices = 15;

export function Heatmap({ rules, base, today }: HeatmapProps) {
  const { t } = useWords();
  const late = { ...base, ...overdue(today) };
  const { data: whole } = useQuery(countsQuery(filterOf(late, ''), ['office', 'stage'], [['office', 'stage']]));
  const offices = [...(whole?.facets.office ?? [])].sort((one, other) => other.count - one.count);
  const shown = offices.slice(0, mostOffices);
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
                <th scope="col">{t('board.office')}</th>
                {stages.map((stage) => (
                  <th key={stage.id} scope="col">
                    <Vi>{stage.name}</Vi>
                  </th>
                ))}
                <th scope="col">{t('board.total')}</th>
              </tr>
            </thead>
            <tbody>
              {shown.map((office) => (
                <tr key={office.value}>
                  <th scope="row">
                    <Vi>{office.name ?? office.value}</Vi>
                  </th>
                  {stages.map(({ id }) => {
                    const count = countAt(office.value, id);
                    return (
                      <td key={id} data-level={heatLevel(count, most)}>
                        {count > 0 ? (
                          <Link href={dossierAddress({ ...late, office: office.value, stages: [id] })}>{count}</Link>
                        ) : (
                          <span>{count}</span>
                        )}
                      </td>
                    );
                  })}
                  <td>
                    <Link href={dossierAddress({ ...late, office: office.value })}>{office.count}</Link>
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </section>
      )}
      {offices.length > mostOffices && <p className={layout.soft}>{t('board.heatMore', { n: offices.length - mostOffices })}</p>}
    </Panel>
  );
}
