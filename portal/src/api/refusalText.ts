// What the server said against something, in one text.
import type { Speech } from '../words/WordsProvider';
import { refusalWords } from './refusalWords';

export function refusalText(error: unknown, speech: Speech): string {
  const { message, details } = refusalWords(error, speech);
  return details.length > 0 ? details.map((each) => each.text).join(' ') : message;
}
