// A longer text of a command.
import { Textarea } from '@mantine/core';
import { useWords } from '../../../../words/WordsProvider';
import type { Key } from '../../../../words/vi';
import { useDraft } from '../draft';
import { fieldId } from './fieldId';

interface TextFieldProps {
  readonly name: 'opinion' | 'text' | 'reason' | 'late_reason' | 'value';
  readonly required: boolean;
  readonly dossier: string;
}

export function TextField({ name, required, dossier }: TextFieldProps) {
  const { t } = useWords();
  const { draft, setValue } = useDraft(dossier);
  const label: Key = `field.${name}`;
  return (
    <Textarea
      id={fieldId(name)}
      label={t(label)}
      description={name === 'opinion' ? t('field.readers') : undefined}
      required={required}
      rows={4}
      maxLength={6000}
      value={draft.values[name] ?? ''}
      onChange={(event) => setValue(name, event.currentTarget.value)}
    />
  );
}
