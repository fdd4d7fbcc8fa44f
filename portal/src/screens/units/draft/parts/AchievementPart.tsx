// What was achieved, and in which time; plain paragraphs, with an estimate of the printed pages.
import { Textarea } from '@mantine/core';
import { DateField } from '../../../../parts/DateField';
import { useWords } from '../../../../words/WordsProvider';
import styles from '../../Units.module.css';
import { fieldId } from '../addresses';
import { useField } from '../DraftContext';
import { MissingHere } from './MissingHere';
import { PartHeading } from './PartHeading';

const wordsOnPage = 450;
const bytesAllowed = 20_000;

const wordsIn = (text: string) => text.split(/\s+/).filter(Boolean).length;

export function AchievementPart() {
  const { t } = useWords();
  const text = useField('/achievement');
  const from = useField('/achievement_from');
  const to = useField('/achievement_to');
  const words = wordsIn(text.value);
  const long = new TextEncoder().encode(text.value).length > bytesAllowed;
  return (
    <section className={styles.card}>
      <PartHeading name="achievement" />
      <fieldset className={styles.group}>
        <legend>{t('content.period')}</legend>
        <div className={styles.pair}>
          <DateField
            id={fieldId('/achievement_from')}
            label={t('draft.from')}
            required={false}
            value={from.value}
            onChange={from.write}
          />
          <DateField
            id={fieldId('/achievement_to')}
            label={t('draft.to')}
            required={false}
            value={to.value}
            onChange={to.write}
          />
        </div>
      </fieldset>
      <Textarea
        id={fieldId('/achievement')}
        label={t('content.achievement')}
        description={t('draft.achievementHelp')}
        rows={14}
        error={long && t('draft.tooLong')}
        value={text.value}
        onChange={(event) => text.write(event.currentTarget.value)}
        {...text.handlers}
      />
      <p className={styles.soft}>
        {t('draft.pages', { words, pages: Math.max(1, Math.ceil(words / wordsOnPage)) })}
      </p>
      <MissingHere name="achievement" />
    </section>
  );
}
