// The fields that narrow the list; each value says how many dossiers it would leave.
import { NativeSelect } from '@mantine/core';
import { useFacets } from '../../api/lists';
import { phases } from '../../api/phases';
import { useFormNames } from '../../api/plans';
import { facetOptions } from '../../parts/facetOptions';
import { useWords } from '../../words/WordsProvider';
import { type DossierAddress, filterOf, kinds } from './address';
import styles from './Dossiers.module.css';

interface FiltersProps {
  readonly address: DossierAddress;
  readonly text: string;
  onChange(address: DossierAddress): void;
}

export function Filters({ address, text, onChange }: FiltersProps) {
  const { t } = useWords();
  const formName = useFormNames();
  const { data: facets } = useFacets(filterOf({ ...address, order: undefined }, text));
  const any = { value: '', label: t('filter.any') };
  const count = (facet: string, value: string) => facets?.[facet]?.find((each) => each.value === value)?.count;
  const counted = (facet: string, value: string, label: string) => {
    const n = count(facet, value);
    return { value, label: n === undefined ? label : `${label} (${n})` };
  };
  const field = (name: 'phase' | 'form' | 'unit' | 'kind', label: string, data: { value: string; label: string }[]) => (
    <NativeSelect
      label={label}
      value={address[name] ?? ''}
      data={[any, ...data]}
      onChange={(event) => onChange({ ...address, [name]: event.currentTarget.value || undefined })}
    />
  );
  return (
    <fieldset className={styles.filters}>
      <legend className="visually-hidden">{t('dossiers.filters')}</legend>
      {field('phase', t('filter.phase'), phases.map((each) => counted('phase', each, t(`phase.${each}`))))}
      {field('form', t('filter.form'), facetOptions(facets?.form, address.form, (value) => formName(undefined, value)))}
      {field('unit', t('filter.unit'), facetOptions(facets?.unit, address.unit, (value, name) => name ?? value))}
      {field('kind', t('filter.kind'), kinds.map((each) => counted('subject_kind', each, t(`kind.${each}`))))}
      <NativeSelect
        label={t('filter.open')}
        value={address.open === undefined ? '' : String(address.open)}
        data={[
          any,
          { value: 'true', label: t('filter.open.true') },
          { value: 'false', label: t('filter.open.false') },
        ]}
        onChange={(event) => {
          const chosen = event.currentTarget.value;
          onChange({ ...address, open: chosen === '' ? undefined : chosen === 'true' });
        }}
      />
    </fieldset>
  );
}
