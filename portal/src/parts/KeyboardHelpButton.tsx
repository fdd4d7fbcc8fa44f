// Opens the list of keys where they are of use; not where there is no keyboard.
import { useWords } from '../words/WordsProvider';
import { showKeyboardHelp } from './KeyboardHelp';
import styles from './KeyboardHelp.module.css';

export function KeyboardHelpButton() {
  const { t } = useWords();
  return (
    <div className={`${styles.help} no-print`}>
      <button type="button" className={styles.opener} aria-haspopup="dialog" onClick={showKeyboardHelp}>
        {t('keys.title')} <kbd className={styles.key}>{'?'}</kbd>
      </button>
    </div>
  );
}
