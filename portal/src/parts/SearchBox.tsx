// Search by words; they travel in the history entry, because a name must not be in an address.
import { Search } from 'lucide-react';
import { type FormEvent, useRef } from 'react';
import { useLocation } from 'wouter';
import { useSearchText } from './useSearchText';
import { useShortcuts } from './useShortcuts';
import { useWords } from '../words/WordsProvider';
import styles from './SearchBox.module.css';

export function SearchBox() {
  const { t } = useWords();
  const [location, navigate] = useLocation();
  const [text, setText] = useSearchText();
  const field = useRef<HTMLInputElement>(null);
  useShortcuts({ '/': () => field.current?.focus() });

  const search = (event: FormEvent) => {
    event.preventDefault();
    const typed = field.current?.value.normalize('NFC').trim() ?? '';
    if (location === '/dossiers') setText(typed);
    else navigate('/dossiers', { state: { text: typed } });
  };
  return (
    <search>
      <form className={styles.form} onSubmit={search}>
        <Search size={18} aria-hidden />
        <input
          key={text}
          ref={field}
          className={styles.field}
          type="search"
          maxLength={300}
          defaultValue={text}
          aria-label={t('app.search')}
          placeholder={t('app.search')}
        />
        <button type="submit" className="visually-hidden">
          {t('app.search.do')}
        </button>
      </form>
    </search>
  );
}
