// Which plan, round and form the board is about; each value says how many dossiers it has.
import { NativeSelect } from '@mantine/core';
import { useFormNames } from '../../api/plans';
import layout from '../../parts/layout.module.css';
import { useWords } from '../../words/WordsProvider';
import type { BoardAddress } from './address';
import type { Count } from './figures';

interface BoardFiltersProps {
  readonly address: BoardAddress;
  readonly plans: readonly Count[];
  readonly occasions: readonly Count[];
  readonly forms: readonly Count[];
  readonly areas: readonly Count[];
  onChange(address: BoardAddress): void;
}

export function BoardFilters({ address, plans, occasions, forms, areas, onChange }: BoardFiltersProps) {
  const { t } = useWords();
  const formName = useFormNames();
  const counted = (each: Count, name: string) => ({ value: each.value, label: `${name} (${each.count})` });
  return (
    <fieldset className={layout.filters}>
      <legend className="visually-hidden">{t('dossiers.filters')}</legend>
      <NativeSelect
        label={t('dossier.plan')}
        value={address.plan}
        data={plans.map((each) => counted(each, each.name ?? each.value))}
        onChange={(event) => onChange({ plan: event.currentTarget.value })}
      />
      <NativeSelect
        label={t('decisions.occasion')}
        value={address.occasion ?? ''}
        data={[{ value: '', label: t('filter.any') }, ...occasions.map((each) => counted(each, each.name ?? each.value))]}
        onChange={(event) => onChange({ ...address, occasion: event.currentTarget.value || undefined })}
      />
      <NativeSelect
        label={t('filter.form')}
        value={address.form ?? ''}
        data={[{ value: '', label: t('filter.any') }, ...forms.map((each) => counted(each, formName(address.plan, each.value)))]}
        onChange={(event) => onChange({ ...address, form: event.currentTarget.value || undefined })}
      />
      <NativeSelect
        label={t('desk.area')}
        value={address.under ?? ''}
        data={[{ value: '', label: t('filter.any') }, ...areas.map((each) => counted(each, each.name ?? each.value))]}
        onChange={(event) => onChange({ ...address, under: event.currentTarget.value || undefined })}
      />
    </fieldset>
  );
}
