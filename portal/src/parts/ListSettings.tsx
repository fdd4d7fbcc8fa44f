// How this browser shows lists: the height of rows, and what is opened after an act.
import { useWords } from '../words/WordsProvider';
import { densitySetting } from './density';
import styles from './ListSettings.module.css';
import { nextTaskSetting } from './nextTask';

export function ListSettings() {
  const { t } = useWords();
  const compact = densitySetting.use() === 'compact';
  const next = nextTaskSetting.use() === 'next';
  return (
    <fieldset className={styles.settings}>
      <legend className="visually-hidden">{t('desk.listSettings')}</legend>
      <label>
        <input type="checkbox" checked={compact} onChange={() => densitySetting.set(compact ? 'comfortable' : 'compact')} />
        {t('desk.compact')}
      </label>
      <label>
        <input type="checkbox" checked={next} onChange={() => nextTaskSetting.set(next ? 'stay' : 'next')} />
        {t('desk.nextTask')}
      </label>
    </fieldset>
  );
}
