// Number and date of the letter, and the leader's reason where the day of receipt has passed.
import { Textarea, TextInput } from '@mantine/core';
import { DateField } from '../../../parts/DateField';
import { useWords } from '../../../words/WordsProvider';
import { formatDate } from '../../../words/format';
import styles from '../Units.module.css';

export interface Letter {
  readonly number: string;
  readonly date: string;
  readonly lateReason: string;
}

interface LetterFieldsProps {
  readonly letter: Letter;
  /** The day of receipt that has passed, if it has. */
  readonly lateSince: string | undefined;
  onChange(letter: Letter): void;
}

export function letterBody({ number, date, lateReason }: Letter): Record<string, unknown> | undefined {
  const clean = number.normalize('NFC').trim();
  if (!clean || !date) return undefined;
  const reason = lateReason.normalize('NFC').trim();
  return { letter: { number: clean, date }, ...(reason && { late_reason: reason }) };
}

export function LetterFields({ letter, lateSince, onChange }: LetterFieldsProps) {
  const { t } = useWords();
  return (
    <fieldset className={styles.group}>
      <legend>{t('slot.submission_letter')}</legend>
      <div className={styles.pair}>
        <TextInput
          label={t('field.number')}
          name="letter-number"
          required
          maxLength={100}
          value={letter.number}
          onChange={(event) => onChange({ ...letter, number: event.currentTarget.value })}
        />
        <DateField label={t('field.date')} required value={letter.date} onChange={(date) => onChange({ ...letter, date })} />
      </div>
      {lateSince && (
        <Textarea
          label={t('submission.lateReason')}
          description={t('submission.lateWhy', { date: formatDate(lateSince) })}
          name="late-reason"
          required
          rows={2}
          maxLength={6000}
          value={letter.lateReason}
          onChange={(event) => onChange({ ...letter, lateReason: event.currentTarget.value })}
        />
      )}
    </fieldset>
  );
}
