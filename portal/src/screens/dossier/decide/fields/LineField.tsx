// A date or a number of a command.
import { TextInput } from '@mantine/core';
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
  return (
    <TextInput
      id={fieldId(name)}
      label={t(`field.${name}`)}
      type={type}
      min={type === 'number' ? 0 : undefined}
      required
      value={draft.values[name] ?? ''}
      onChange={(event) => setValue(name, event.currentTarget.value)}
    />
  );
}
