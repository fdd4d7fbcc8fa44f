// What the board is narrowed to; each value says how many dossiers of the plan it has.
import { NativeSelect } from '@mantine/core';
import { limits } from '../../api/limits';
import { useFormNames } from '../../api/plans';
import { type Level, levels } from '../../parts/awardLevel';
import layout from '../../parts/layout.module.css';
import { useWords } from '../../words/WordsProvider';
import type { BoardAddress } from './address';
import type { Count } from './figures';
import { type Group, isSearchable } from './narrow';

interface BoardFiltersProps {
  readonly address: BoardAddress;
  readonly plans: readonly Count[];
  readonly years: readonly Group<string>[];
  readonly occasions: readonly Count[];
  readonly levels: readonly Group<Level>[];
  readonly forms: readonly Count[];
  readonly areas: readonly Count[];
  onChange(address: BoardAddress): void;
}

export function BoardFilters({ address, plans, years, occasions, levels: byLevel, forms, areas, onChange }: BoardFiltersProps) {
  const { t } = useWords();
  const formName = useFormNames();
  const counted = (each: Count, name: string) => ({ value: each.value, label: `${name} (${each.count})` });
  const grouped = (group: Group<string>, label: string) =>
    isSearchable(group)
      ? { value: group.name, label: `${label} (${group.count})` }
      : { value: group.name, label: t('board.tooMany', { name: label, n: limits.values }), disabled: true };
  const field = (name: Exclude<keyof BoardAddress, 'plan'>, label: string, data: { value: string; label: string; disabled?: boolean }[]) => (
    <NativeSelect
      label={label}
      value={address[name] ?? ''}
      data={[{ value: '', label: t('filter.any') }, ...data]}
      onChange={(event) => onChange({ ...address, [name]: event.currentTarget.value || undefined })}
    />
  );
  const newestFirst = [...years].sort((one, other) => other.name.localeCompare(one.name));
  const lowestFirst = [...byLevel].sort((one, other) => levels.indexOf(one.name) - levels.indexOf(other.name));
  return (
    <fieldset className={layout.filters}>
      <legend className="visually-hidden">{t('dossiers.filters')}</legend>
      <NativeSelect
        label={t('dossier.plan')}
        value={address.plan}
        data={plans.map((each) => counted(each, each.name ?? each.value))}
        onChange={(event) => onChange({ plan: event.currentTarget.value })}
      />
      {field('year', t('board.year'), newestFirst.map((each) => grouped(each, each.name)))}
      {field('occasion', t('decisions.occasion'), occasions.map((each) => counted(each, each.name ?? each.value)))}
      {field('level', t('board.level'), lowestFirst.map((each) => grouped(each, t(`level.${each.name}`))))}
      {field('form', t('filter.form'), forms.map((each) => counted(each, formName(address.plan, each.value))))}
      {field('under', t('desk.area'), areas.map((each) => counted(each, each.name ?? each.value)))}
    </fieldset>
  );
}
