// Vietnamese or English, switched at once.
import type { Language } from '../words/language';
import { useWords } from '../words/WordsProvider';
import styles from './LanguageSwitch.module.css';

const languages: readonly { code: Language; short: string; name: string }[] = [
  { code: 'vi', short: 'VI', name: 'Tiếng Việt' },
  { code: 'en', short: 'EN', name: 'English' },
];

export function LanguageSwitch() {
  const { language, setLanguage, t } = useWords();
  return (
    <fieldset className={styles.switch}>
      <legend className="visually-hidden">{t('app.language')}</legend>
      {languages.map(({ code, short, name }) => (
        <button key={code} type="button" lang={code} aria-pressed={language === code} onClick={() => setLanguage(code)}>
          <span aria-hidden>{short}</span>
          <span className="visually-hidden">{name}</span>
        </button>
      ))}
    </fieldset>
  );
}
