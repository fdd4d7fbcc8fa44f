// Narrows a box to a plan, a form or a unit, where it has several; each says how many dossiers it would leave.
import { NativeSelect } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { countsQuery } from '../../api/lists';
import { useFormNames } from '../../api/plans';
import { useWords } from '../../words/WordsProvider';
import { choices, type InboxAddress, withinOf } from './address';
import styles from './Inbox.module.css';

const labels = { plan: 'inbox.plan', form: 'filter.form', unit: 'filter.unit' } as const;

interface ChoicesProps {
  readonly address: InboxAddress;
  readonly text: string;
  onChange(address: InboxAddress): void;
}

export function Choices({ address, text, onChange }: ChoicesProps) {
  const { t } = useWords();
  const formName = useFormNames();
  const { data } = useQuery(countsQuery({ box: address.box, ...withinOf(address, text) }, choices));
  const field = (name: (typeof choices)[number]) => {
    const chosen = address[name];
    const found = data?.facets?.[name] ?? [];
    if (!chosen && found.length < 2) return null;
    const missing = chosen && !found.some(({ value }) => value === chosen) ? [{ value: chosen, name: undefined, count: 0 }] : [];
    return (
      <NativeSelect
        key={name}
        className={styles.choice}
        aria-label={t(labels[name])}
        value={chosen ?? ''}
        data={[
          { value: '', label: t(`inbox.${name}.any`) },
          ...[...found, ...missing].map((each) => ({
            value: each.value,
            label: `${name === 'form' ? formName(address.plan, each.value) : (each.name ?? each.value)} (${each.count})`,
          })),
        ]}
        onChange={(event) => onChange({ ...address, [name]: event.currentTarget.value || undefined })}
      />
    );
  };
  return choices.map(field);
}
