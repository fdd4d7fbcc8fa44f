// A field for words to search for; they are taken when they are sent.
import { Search } from 'lucide-react';
import { type FormEvent, useRef } from 'react';
import { limits } from '../api/limits';
import { useShortcutsOn } from './shortcutSetting';
import { useShortcuts } from './useShortcuts';
import { useWords } from '../words/WordsProvider';
import styles from './SearchBox.module.css';

interface SearchBoxProps {
  readonly label: string;
  /** What was searched for. */
  readonly text: string;
  onSearch(text: string): void;
}

/** The page's own field comes before that of the bar, where it is shown. */
function focusSearch() {
  const fields = [...document.querySelectorAll<HTMLInputElement>('search input')];
  fields.filter((field) => field.checkVisibility()).at(-1)?.focus();
}

export function SearchBox({ label, text, onSearch }: SearchBoxProps) {
  const { t } = useWords();
  const field = useRef<HTMLInputElement>(null);
  const keysOn = useShortcutsOn();
  useShortcuts({ '/': focusSearch });

  const search = (event: FormEvent) => {
    event.preventDefault();
    onSearch(field.current?.value.normalize('NFC').trim() ?? '');
  };
  return (
    <search aria-label={label}>
      <form className={styles.form} onSubmit={search}>
        <Search size={18} aria-hidden />
        <input
          key={text}
          ref={field}
          className={styles.field}
          type="search"
          maxLength={limits.searched}
          defaultValue={text}
          aria-label={label}
          placeholder={label}
        />
        {keysOn && (
          <kbd className={styles.hint} aria-hidden>
            {'/'}
          </kbd>
        )}
        <button type="submit" className="visually-hidden">
          {t('app.search.do')}
        </button>
      </form>
    </search>
  );
}
