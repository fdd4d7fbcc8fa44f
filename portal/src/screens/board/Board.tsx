// "Bảng theo dõi": where dossiers stand, who is late, how long, and how the places are used.
import { useQuery } from '@tanstack/react-query';
import { useLocation, useSearch } from 'wouter';
import { countsQuery } from '../../api/lists';
import { useMe } from '../../api/me';
import { useOccasionsOf } from '../../api/occasions';
import { usePlanRules } from '../../api/planRoutes';
import { levelOf } from '../../parts/awardLevel';
import { ExportButtons } from '../../parts/ExportButtons';
import layout from '../../parts/layout.module.css';
import { Loading } from '../../parts/Loading';
import { PageHeading } from '../../parts/PageHeading';
import { Trouble } from '../../parts/Trouble';
import { formatDate, formatTime } from '../../words/format';
import { useWords } from '../../words/WordsProvider';
import { filterOf } from '../dossiers/address';
import { Ageing } from './Ageing';
import { boardAddress, readBoardAddress } from './address';
import { BoardFilters } from './BoardFilters';
import { BoardQuotas } from './BoardQuotas';
import { Funnel } from './Funnel';
import { Heatmap } from './Heatmap';
import { groupsOf, isShown, isWithin, narrowed, yearOf } from './narrow';
import { ProvinceTiles } from './ProvinceTiles';

export default function Board() {
  const { t } = useWords();
  const [, navigate] = useLocation();
  const { data: me } = useMe();
  const asked = readBoardAddress(useSearch());
  const overall = useQuery(countsQuery({}, ['plan']));
  const plan = asked.plan ?? mostOf(overall.data?.facets.plan);
  const ofPlan = useQuery({ ...countsQuery({ plans: [plan ?? ''] }, ['form', 'occasion', 'territory', 'area']), enabled: plan !== undefined });
  const { data: rules } = usePlanRules(plan);
  const rounds = useOccasionsOf(plan);
  const { form: forms = [], occasion: occasions = [], territory = [], area = [] } = ofPlan.data?.facets ?? {};
  const levelOfForm = (code: string) => levelOf(rules?.award_forms.find((each) => each.code === code)?.rank);
  const byLevel = groupsOf(forms, levelOfForm);
  const yearOfRound = (id: string) => yearOf(rounds.data?.find((each) => each.id === id));
  const byYear = groupsOf(occasions, yearOfRound);
  const { address, base } = narrowed({ ...asked, plan }, byLevel, byYear);
  const formsShown = forms.filter(({ value }) => isWithin(address.level, levelOfForm(value)));
  const form = address.form ?? mostOf(formsShown);
  const ready = plan && form && me && rules && !rounds.isPending;
  return (
    <>
      <PageHeading title={t('board.title')} />
      {me && overall.dataUpdatedAt > 0 && (
        <p className={layout.soft}>{t('board.asOf', { date: formatDate(me.today), time: formatTime(new Date(overall.dataUpdatedAt).toISOString()) })}</p>
      )}
      {overall.error && <Trouble error={overall.error} retry={overall.refetch} />}
      {rounds.error && <Trouble error={rounds.error} retry={rounds.refetch} />}
      {overall.data?.total === 0 && <p className={layout.empty}>{t('board.empty')}</p>}
      {!ready && overall.data?.total !== 0 && !overall.error && <Loading />}
      {ready && (
        <>
          <BoardFilters
            address={address}
            plans={overall.data?.facets.plan ?? []}
            years={byYear}
            occasions={occasions.filter(({ value }) => isWithin(address.year, yearOfRound(value)))}
            levels={byLevel}
            forms={formsShown}
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
            <BoardQuotas
              rounds={(rounds.data ?? []).filter((each) => isShown(each, address))}
              wants={(code) => isWithin(address.form, code) && isWithin(address.level, levelOfForm(code))}
            />
          </div>
        </>
      )}
    </>
  );
}

const mostOf = (counts: readonly { value: string; count: number }[] | undefined) =>
  [...(counts ?? [])].sort((one, other) => other.count - one.count)[0]?.value;
