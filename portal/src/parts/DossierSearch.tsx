// Search among all dossiers; the words travel in the history entry, because a name must not be in an address.
import { useLocation } from 'wouter';
import { useWords } from '../words/WordsProvider';
import { SearchBox } from './SearchBox';
import { useSearchText } from './useSearchText';

export function DossierSearch() {
  const { t } = useWords();
  const [location, navigate] = useLocation();
  const [text, setText] = useSearchText();
  const inList = location === '/dossiers';
  const search = (typed: string) => (inList ? setText(typed) : navigate('/dossiers', { state: { text: typed } }));
  return <SearchBox label={t('app.search')} text={inList ? text : ''} onSearch={search} />;
}
