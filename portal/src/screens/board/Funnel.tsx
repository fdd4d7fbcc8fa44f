// How far dossiers of one form have come: at each stage those that reached it, and those that stand there now.
import { useQuery } from '@tanstack/react-query';
import { Link } from 'wouter';
import { countsQuery, durationsQuery } from '../../api/lists';
import { type PlanRules, stagesOf } from '../../api/planRoutes';
import { CardTable } from '../../parts/CardTable';
import layout from '../../parts/layout.module.css';
import { Vi } from '../../parts/Vi';
import { useWords } from '../../words/WordsProvider';
import { type DossierAddress, dossierAddress, filterOf } from '../dossiers/address';
import { Bar } from './Bar';
import styles from './Board.module.css';
import { FunnelDays } from './FunnelDays';
import { type FunnelRow, funnelRows } from './figures';
import { Panel } from './Panel';

interface FunnelProps {
  readonly rules: PlanRules;
  readonly base: DossierAddress;
  readonly form: string;
}

export function Funnel({ rules, base, form }: FunnelProps) {
  const { t } = useWords();
  const own = { ...base, form, forms: undefined };
  const all = useQuery(countsQuery(filterOf(own, ''), ['stage']));
  const open = useQuery(countsQuery(filterOf({ ...own, open: true }, ''), ['stage']));
  const { data: durations } = useQuery(durationsQuery(filterOf(own, '')));
  const stages = stagesOf(rules, form);
  const rows = funnelRows(stages, own, all.data?.facets.stage ?? [], open.data?.facets.stage ?? []);
  const total = all.data?.total ?? 0;
  const timeAt = (stage: string) => durations?.items.find((each) => each.stage === stage);
  const days = (row: FunnelRow, which: 'median' | 'p90') => timeAt(row.id)?.[which] ?? '';
  const share = ({ percent }: FunnelRow) => (percent === undefined ? '' : `${percent}%`);
  const file = { filter: filterOf(base, ''), board: { form, pictures: ['stages'] as const } };
  return (
    <Panel title={t('board.funnel')} text={t('board.funnelText')} file={rows.length > 0 ? file : undefined}>
      <p>
        {t('filter.form')}: <Vi>{rules.award_forms.find(({ code }) => code === form)?.name ?? form}</Vi>
      </p>
      <ul className={styles.bars}>
        <li>
          <span>{t('board.drafted')}</span>
          <Bar value={total} most={total} tone="draft" />
          <Link href={dossierAddress(own)}>{total}</Link>
        </li>
        {rows.map((row) => (
          <li key={row.id}>
            <Vi>{row.name}</Vi>
            <Bar value={row.reached} most={total} tone="primary" />
            <Link href={dossierAddress(row.reachedList)}>{row.reached}</Link>
            <FunnelDays time={timeAt(row.id)} base={own} />
          </li>
        ))}
      </ul>
      {rows.length === 0 && <p className={layout.soft}>{t('board.noStages')}</p>}
      <details className={styles.table}>
        <summary>{t('board.asTable')}</summary>
        <CardTable
          caption={t('board.funnel')}
          rows={rows}
          keyOf={(row) => row.id}
          columns={[
            { key: 'stage', label: t('board.stage'), heads: true, cell: (row) => <Vi>{row.name}</Vi> },
            {
              key: 'reached',
              label: t('board.reached'),
              numeric: true,
              cell: (row) => <Link href={dossierAddress(row.reachedList)}>{row.reached}</Link>,
            },
            { key: 'percent', label: t('board.percent'), numeric: true, cell: share },
            {
              key: 'here',
              label: t('board.here'),
              numeric: true,
              cell: (row) => <Link href={dossierAddress(row.hereList)}>{row.here}</Link>,
            },
            { key: 'median', label: t('desk.median'), numeric: true, cell: (row) => days(row, 'median') },
            { key: 'p90', label: t('desk.p90'), numeric: true, cell: (row) => days(row, 'p90') },
            { key: 'limit', label: t('desk.limit'), numeric: true, cell: (row) => timeAt(row.id)?.limit ?? '' },
          ]}
        />
      </details>
    </Panel>
  );
}
