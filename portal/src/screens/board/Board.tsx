// "Bảng theo dõi": where dossiers stand, who is late, how long, and how the places are used.
import { useQuery } from '@tanstack/react-query';
import { useLocation, useSearch } from 'wouter';
import { countsQuery } from '../../api/lists';
import { useMe } from '../../api/me';
import { usePlanRules } from '../../api/planRoutes';
import { ExportButtons } from '../../parts/ExportButtons';
import layout from '../../parts/layout.module.css';
import { Loading } from '../../parts/Loading';
import { PageHeading } from '../../parts/PageHeading';
import { Trouble } from '../../parts/Trouble';
import { formatInstant } from '../../words/format';
import { useWords } from '../../words/WordsProvider';
import { filterOf } from '../dossiers/address';
import { Ageing } from './Ageing';
import { boardAddress, readBoardAddress } from './address';
import { BoardFilters } from './BoardFilters';
import { BoardQuotas } from './BoardQuotas';
import { Funnel } from './Funnel';
import { Heatmap } from './Heatmap';
import { ProvinceTiles } from './ProvinceTiles';

export default function Board() {
  const { t } = useWords();
  const [, navigate] = useLocation();
  const { data: me } = useMe();
  const asked = readBoardAddress(useSearch());
  const overall = useQuery(countsQuery({}, ['plan']));
  const plan = asked.plan ?? mostOf(overall.data?.facets.plan);
  const ofPlan = useQuery({ ...countsQuery({ plans: [plan ?? ''] }, ['form', 'occasion', 'territory', 'area']), enabled: plan !== undefined });
  const form = asked.form ?? mostOf(ofPlan.data?.facets.form);
  const { data: rules } = usePlanRules(plan);
  const base = { plan, occasion: asked.occasion, form: asked.form, under: asked.under };
  const { territory = [], area = [] } = ofPlan.data?.facets ?? {};
  const ready = plan && form && me && rules;
  return (
    <>
      <PageHeading title={t('board.title')} />
      {overall.dataUpdatedAt > 0 && (
        <p className={layout.soft}>{t('board.asOf', { time: formatInstant(new Date(overall.dataUpdatedAt).toISOString()) })}</p>
      )}
      {overall.error && <Trouble error={overall.error} retry={overall.refetch} />}
      {overall.data?.total === 0 && <p className={layout.empty}>{t('board.empty')}</p>}
      {!ready && overall.data?.total !== 0 && !overall.error && <Loading />}
      {ready && (
        <>
          <BoardFilters
            address={{ ...asked, plan }}
            plans={overall.data?.facets.plan ?? []}
            occasions={ofPlan.data?.facets.occasion ?? []}
            forms={ofPlan.data?.facets.form ?? []}
            areas={territory.length > 1 ? [...territory, ...area] : area}
            onChange={(wanted) => navigate(boardAddress(wanted))}
          />
          <div className={layout.stack}>
            <div className={layout.tools}>
              <ExportButtons filter={filterOf(base, '')} board={{ form }} />
            </div>
            <Funnel rules={rules} base={base} form={form} />
            <Heatmap rules={rules} base={base} today={me.today} />
            <ProvinceTiles base={base} today={me.today} />
            <Ageing base={base} today={me.today} />
            <BoardQuotas plan={plan} occasion={asked.occasion} />
          </div>
        </>
      )}
    </>
  );
}

const mostOf = (counts: readonly { value: string; count: number }[] | undefined) =>
  [...(counts ?? [])].sort((one, other) => other.count - one.count)[0]?.value;
