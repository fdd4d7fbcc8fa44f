// A choice among what typed words find on the server.
import { NativeSelect, TextInput } from '@mantine/core';
import { useWords } from '../words/WordsProvider';
import layout from './layout.module.css';

export interface Found {
  readonly value: string;
  readonly label: string;
}

interface FoundSelectProps {
  readonly name: string;
  readonly label: string;
  readonly find: string;
  readonly typed: string;
  readonly onType: (text: string) => void;
  readonly found: readonly Found[];
  /** What is chosen stays in the list whatever is looked for next. */
  readonly chosen: Found | undefined;
  readonly onChoose: (choice: Found | undefined) => void;
}

export function FoundSelect({ name, label, find, typed, onType, found, chosen, onChoose }: FoundSelectProps) {
  const { t } = useWords();
  const listed = chosen && !found.some((each) => each.value === chosen.value) ? [chosen, ...found] : found;
  return (
    <div className={layout.pair}>
      <TextInput type="search" label={find} maxLength={300} value={typed} onChange={(event) => onType(event.currentTarget.value)} />
      <NativeSelect
        name={name}
        label={label}
        required
        value={chosen?.value ?? ''}
        data={[{ value: '', label: found.length > 0 ? t('field.choose') : t('find.nothing') }, ...listed]}
        onChange={(event) => onChoose(listed.find((each) => each.value === event.currentTarget.value))}
      />
    </div>
  );
}
