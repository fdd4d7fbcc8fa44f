// Narrows a box to a plan, a form or a unit, where it has several; each says how many dossiers it would leave.
import { NativeSelect } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { countsQuery } from '../../api/lists';
import { useFormNames } from '../../api/plans';
import { facetOptions } from '../../parts/facetOptions';
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
    const options = facetOptions(data?.facets?.[name], chosen, (value, known) =>
      name === 'form' ? formName(address.plan, value) : (known ?? value),
    );
    if (!chosen && options.length < 2) return null;
    return (
      <NativeSelect
        key={name}
        className={styles.choice}
        aria-label={t(labels[name])}
        value={chosen ?? ''}
        data={[{ value: '', label: t(`inbox.${name}.any`) }, ...options]}
        onChange={(event) => onChange({ ...address, [name]: event.currentTarget.value || undefined })}
      />
    );
  };
  return choices.map(field);
}
