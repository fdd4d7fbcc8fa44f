// A date or a number of a command.
import { TextInput } from '@mantine/core';
import { DateField } from '../../../../parts/DateField';
import { useWords } from '../../../../words/WordsProvider';
import { useDraft } from '../draft';
import { fieldId } from './fieldId';

interface LineFieldProps {
  readonly name: 'review' | 'rank' | 'members_total' | 'members_present' | 'votes_for';
  readonly type: 'date' | 'number';
  readonly dossier: string;
}

export function LineField({ name, type, dossier }: LineFieldProps) {
  const { t } = useWords();
  const { draft, setValue } = useDraft(dossier);
  const shared = { id: fieldId(name), label: t(`field.${name}`), required: true, value: draft.values[name] ?? '' };
  if (type === 'date') return <DateField {...shared} onChange={(date) => setValue(name, date)} />;
  return (
    <TextInput {...shared} inputMode="numeric" onChange={(event) => setValue(name, event.currentTarget.value.trim())} />
  );
}
