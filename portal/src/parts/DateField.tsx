// A legal date typed as day/month/year, whatever the browser's own language.
import { TextInput } from '@mantine/core';
import { useState } from 'react';
import { formatDate, readDate } from '../words/format';
import { useWords } from '../words/WordsProvider';

interface DateFieldProps {
  readonly id?: string;
  readonly label: string;
  readonly required: boolean;
  /** The ISO date, or empty while none was typed. */
  readonly value: string;
  onChange(date: string): void;
}

export function DateField({ id, label, required, value, onChange }: DateFieldProps) {
  const { t } = useWords();
  const [typed, setTyped] = useState(value && formatDate(value));
  const [left, setLeft] = useState(false);
  const wrong = left && typed !== '' && readDate(typed) === undefined;
  return (
    <TextInput
      id={id}
      label={label}
      placeholder={t('field.dateForm')}
      error={wrong && t('check.date')}
      inputMode="numeric"
      required={required}
      value={typed}
      onBlur={() => setLeft(true)}
      onChange={(event) => {
        setTyped(event.currentTarget.value);
        onChange(readDate(event.currentTarget.value) ?? '');
      }}
    />
  );
}
