// The button of one act on many, with the fields that hold for all of them.
import { NativeSelect, Textarea, TextInput } from '@mantine/core';
import { ActDialog } from '../../parts/ActDialog';
import { formText } from '../../parts/formText';
import { NamedDateField } from '../../parts/NamedDateField';
import { useWords } from '../../words/WordsProvider';
import type { BatchAct } from '../decisions/useBatch';
import type { BulkCommand, Person } from './bulk';

interface BulkActProps {
  readonly command: BulkCommand;
  readonly n: number;
  readonly people: readonly Person[];
  onStart(act: BatchAct): Promise<unknown>;
}

export function BulkAct({ command, n, people, onStart }: BulkActProps) {
  const { t } = useWords();
  const label = t('desk.bulkAct', { command: t(`command.${command}`), n });
  const body = (form: FormData): Record<string, unknown> => {
    if (command === 'assign') return { person: formText(form, 'person') };
    if (command === 'propose') return { kind: 'forward' };
    if (command !== 'forward') return {};
    const opinion = formText(form, 'opinion');
    return { letter: { number: formText(form, 'number'), date: formText(form, 'date') }, ...(opinion && { opinion }) };
  };
  return (
    <ActDialog
      label={t(`command.${command}`)}
      title={label}
      submit={label}
      text={<p>{t('desk.bulkEffect', { n })}</p>}
      run={(form) => onStart({ command, body: body(form) })}
    >
      {command === 'assign' && (
        <NativeSelect
          name="person"
          label={t('field.person')}
          data={people.map(({ value, name }) => ({ value, label: name }))}
          required
        />
      )}
      {command === 'forward' && (
        <>
          <TextInput name="number" label={t('field.number')} required maxLength={100} />
          <NamedDateField name="date" label={t('field.date')} required />
          <Textarea name="opinion" label={t('field.opinion')} rows={3} />
        </>
      )}
    </ActDialog>
  );
}
