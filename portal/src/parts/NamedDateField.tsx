// A date among the fields of a form, which is sent under its name as the form asks for it.
import { useState } from 'react';
import { DateField } from './DateField';

interface NamedDateFieldProps {
  readonly name: string;
  readonly label: string;
  readonly required: boolean;
  readonly initial?: string;
}

export function NamedDateField({ name, label, required, initial = '' }: NamedDateFieldProps) {
  const [date, setDate] = useState(initial);
  return (
    <div>
      <DateField label={label} required={required} value={initial} onChange={setDate} />
      <input type="hidden" name={name} value={date} />
    </div>
  );
}
