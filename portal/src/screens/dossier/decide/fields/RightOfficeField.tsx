// The office where a dossier belongs that went the wrong way.
import { NativeSelect } from '@mantine/core';
import type { Dossier } from '../../../../api/dossier';
import { useWords } from '../../../../words/WordsProvider';
import { useDraft } from '../draft';
import { fieldId } from './fieldId';

export function RightOfficeField({ dossier }: { dossier: Dossier }) {
  const { t } = useWords();
  const { draft, setValue } = useDraft(dossier.id);
  const offices = new Map(dossier.route.map((stage) => [stage.office ?? '', stage.office_name ?? '']));
  offices.delete('');
  return (
    <NativeSelect
      id={fieldId('right_office')}
      label={t('field.right_office')}
      required
      value={draft.values.right_office ?? ''}
      data={[{ value: '', label: t('field.choose') }, ...[...offices].map(([value, label]) => ({ value, label }))]}
      onChange={(event) => setValue('right_office', event.currentTarget.value)}
    />
  );
}
