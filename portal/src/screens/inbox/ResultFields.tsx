// What a level above has said of many dossiers in one document, and the document that was sent to it.
import { NativeSelect } from '@mantine/core';
import { useDossier } from '../../api/dossier';
import { formText } from '../../parts/formText';
import layout from '../../parts/layout.module.css';
import { useWords } from '../../words/WordsProvider';
import { isAtLastStage, resultOutcome } from '../dossier/resultOutcome';
import { DocumentFields, documentOf } from './DocumentFields';

/** `first` is one of the dossiers, which are all at the same stage. */
export function ResultFields({ first }: { first: string }) {
  const { t } = useWords();
  const { data: dossier } = useDossier(first);
  const last = dossier ? isAtLastStage(dossier) : true;
  const outcomes = [true, false].map((approved) => ({
    value: String(approved),
    label: t(`field.approved.${resultOutcome(approved, last)}`),
  }));
  return (
    <>
      <NativeSelect
        name="approved"
        label={t('field.approved')}
        data={[{ value: '', label: t('field.choose') }, ...outcomes]}
        required
      />
      <fieldset className={layout.group}>
        <legend>{t('field.document')}</legend>
        <DocumentFields prefix="" required />
      </fieldset>
      <fieldset className={layout.group}>
        <legend>{t('field.sent')}</legend>
        <DocumentFields prefix="sent-" required={false} />
      </fieldset>
    </>
  );
}

export function resultBody(form: FormData): Record<string, unknown> {
  const sent = documentOf(form, 'sent-');
  return {
    approved: formText(form, 'approved') === 'true',
    document: documentOf(form, ''),
    ...(sent.number && sent.date && { sent }),
  };
}
