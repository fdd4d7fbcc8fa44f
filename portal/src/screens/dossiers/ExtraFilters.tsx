// The filters that a link from another screen brought, each with a way to take it away.
import { X } from 'lucide-react';
import { useFacetNames } from '../../api/lists';
import { usePlanRules } from '../../api/planRoutes';
import { useFormNames } from '../../api/plans';
import { formatDate } from '../../words/format';
import { useWords } from '../../words/WordsProvider';
import { type DossierAddress, extraNames, filterOf } from './address';
import styles from './Dossiers.module.css';

type Extra = (typeof extraNames)[number];

const mostNamed = 3;

interface ExtraFiltersProps {
  readonly address: DossierAddress;
  onChange(address: DossierAddress): void;
}

export function ExtraFilters({ address, onChange }: ExtraFiltersProps) {
  const { t } = useWords();
  const set = extraNames.filter((name) => address[name] !== undefined);
  const { data: facets } = useFacetNames(filterOf(address, ''), set.length > 0);
  const { data: rules } = usePlanRules(address.plan ?? facets?.plan?.[0]?.value);
  const named = (facet: 'plan' | 'occasion' | 'office', value = '') =>
    facets?.[facet]?.find((each) => each.value === value)?.name ?? value;
  const stageName = (id: string) =>
    rules?.routes.flatMap((route) => route.stages).find((stage) => stage.id === id)?.name ?? id;
  const formName = useFormNames();
  const { phases = [], forms = [], stages = [], plan, occasion, occasions = [], office, decision = '', dueFrom = '', dueTo = '', held } = address;
  const { passed = [], under = '', hasDue, quotaKey = '', box = 'mine' } = address;
  const place = facets?.territory?.find((each) => each.value === under) ?? facets?.area?.find((each) => each.value === under);
  const texts: Readonly<Record<Extra, () => string>> = {
    phases: () => t('filter.phasesAre', { names: phases.map((each) => t(`phase.${each}`)).join(', ') }),
    forms: () => t('filter.formsAre', { names: forms.map((each) => formName(plan, each)).join(', ') }),
    plan: () => t('filter.planIs', { name: named('plan', plan) }),
    occasion: () => t('filter.occasionIs', { name: named('occasion', occasion) }),
    occasions: () =>
      occasions.length > mostNamed
        ? t('filter.occasionsMany', { n: occasions.length })
        : t('filter.occasionsAre', { names: occasions.map((each) => named('occasion', each)).join(', ') }),
    stages: () => t('filter.stagesAre', { names: stages.map(stageName).join(', ') }),
    office: () => t('filter.officeIs', { name: named('office', office) }),
    decision: () => t('filter.decisionIs', { id: decision.slice(-6) }),
    dueFrom: () => t('filter.dueFrom', { date: formatDate(dueFrom) }),
    dueTo: () => t('filter.dueTo', { date: formatDate(dueTo) }),
    held: () => (held ? t('filter.held.true') : t('filter.held.false')),
    passed: () => t('desk.passedAre', { names: passed.map(stageName).join(', ') }),
    under: () => t('desk.underIs', { name: place?.name ?? under }),
    hasDue: () => (hasDue ? t('desk.hasDue.true') : t('desk.hasDue.false')),
    quotaKey: () => t('desk.quotaIs', { key: quotaKey }),
    box: () => t('desk.boxIs', { name: t(`box.${box}`) }),
  };
  if (set.length === 0) return null;
  return (
    <ul className={styles.extras} aria-label={t('filter.extras')}>
      {set.map((name) => (
        <li key={name}>
          <span>{texts[name]()}</span>
          <button
            type="button"
            aria-label={t('filter.remove', { name: texts[name]() })}
            onClick={() => onChange({ ...address, [name]: undefined })}
          >
            <X size={16} aria-hidden />
          </button>
        </li>
      ))}
    </ul>
  );
}
