// The button of one act on many, with the fields that hold for all of them.
import { NativeSelect, Textarea } from '@mantine/core';
import { ActDialog } from '../../parts/ActDialog';
import { formText } from '../../parts/formText';
import { useWords } from '../../words/WordsProvider';
import type { BatchAct } from '../decisions/useBatch';
import type { BulkCommand, Person } from './bulk';
import { DocumentFields, documentOf } from './DocumentFields';
import { ResultFields, resultBody } from './ResultFields';

interface BulkActProps {
  readonly command: BulkCommand;
  readonly of: readonly string[];
  readonly people: readonly Person[];
  onStart(act: BatchAct): Promise<unknown>;
}

export function BulkAct({ command, of, people, onStart }: BulkActProps) {
  const { t } = useWords();
  const n = of.length;
  const label = t('desk.bulkAct', { command: t(`command.${command}`), n });
  const body = (form: FormData): Record<string, unknown> => {
    if (command === 'assign') return { person: formText(form, 'person') };
    if (command === 'propose') return { kind: 'forward' };
    if (command === 'record_result') return resultBody(form);
    if (command !== 'forward') return {};
    const opinion = formText(form, 'opinion');
    return { letter: documentOf(form, ''), ...(opinion && { opinion }) };
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
      {command === 'record_result' && of[0] && <ResultFields first={of[0]} />}
      {command === 'forward' && (
        <>
          <DocumentFields prefix="" required />
          <Textarea name="opinion" label={t('field.opinion')} rows={3} />
        </>
      )}
    </ActDialog>
  );
}
