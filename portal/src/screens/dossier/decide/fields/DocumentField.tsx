// Number and date of the official document that goes with an act.
import { TextInput } from '@mantine/core';
import { useMe } from '../../../../api/me';
import { DateField } from '../../../../parts/DateField';
import { useWords } from '../../../../words/WordsProvider';
import styles from '../DecisionPanel.module.css';
import { useDraft } from '../draft';
import { fieldId } from './fieldId';

interface DocumentFieldProps {
  readonly name: 'letter' | 'document' | 'sent' | 'minutes';
  readonly required: boolean;
  readonly dossier: string;
}

export function DocumentField({ name, required, dossier }: DocumentFieldProps) {
  const { t } = useWords();
  const { data: me } = useMe();
  const { draft, change } = useDraft(dossier);
  const written = draft.documents[name] ?? { number: '', date: me?.today ?? '' };
  const write = (part: Partial<typeof written>) =>
    change({ documents: { ...draft.documents, [name]: { ...written, ...part } } });
  return (
    <fieldset className={styles.group}>
      <legend>{t(`field.${name}`)}</legend>
      <div className={styles.pair}>
        <TextInput
          id={fieldId(name)}
          label={t('field.number')}
          required={required}
          value={written.number}
          onChange={(event) => write({ number: event.currentTarget.value })}
        />
        <DateField
          key={me?.today}
          label={t('field.date')}
          required={required}
          value={written.date}
          onChange={(date) => write({ date })}
        />
      </div>
    </fieldset>
  );
}
