// Says the text of a field as it is read: dates and figures in the reader's language, and that an empty one is empty.
import { formatDate } from '../../../words/format';
import { useWords } from '../../../words/WordsProvider';
import { writeFigure } from './readFigure';

export function useFieldWords(): (pointer: string, text: string) => string {
  const { t, language } = useWords();
  return (pointer, text) => {
    if (!text) return t('content.empty');
    if (/^\d{4}-\d{2}-\d{2}$/.test(text)) return formatDate(text);
    return pointer.endsWith('/value') ? writeFigure(text, language) : text;
  };
}
