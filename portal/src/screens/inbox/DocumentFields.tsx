// Number and date of one document among the fields of an act on many.
import { TextInput } from '@mantine/core';
import { formText } from '../../parts/formText';
import layout from '../../parts/layout.module.css';
import { NamedDateField } from '../../parts/NamedDateField';
import { useWords } from '../../words/WordsProvider';

interface DocumentFieldsProps {
  /** Before the names of both, where a form has more than one document. */
  readonly prefix: string;
  readonly required: boolean;
}

export function DocumentFields({ prefix, required }: DocumentFieldsProps) {
  const { t } = useWords();
  return (
    <div className={layout.pair}>
      <TextInput name={`${prefix}number`} label={t('field.number')} required={required} maxLength={100} />
      <NamedDateField name={`${prefix}date`} label={t('field.date')} required={required} />
    </div>
  );
}

export const documentOf = (form: FormData, prefix: string) => ({
  number: formText(form, `${prefix}number`),
  date: formText(form, `${prefix}date`),
});
