// Says a Refusal in the reader's words: from the catalogue by its code, else as the server said it in his language.
import type { Speech } from '../words/WordsProvider';
import { Refusal } from './Refusal';

export interface RefusalWords {
  readonly message: string;
  readonly details: readonly { pointer: string; text: string }[];
  readonly requestCode: string | undefined;
}

type Voice = Pick<Speech, 'language' | 'lookUp' | 'say' | 't'>;

export function refusalWords(error: unknown, { language, lookUp, say, t }: Voice): RefusalWords {
  if (!(error instanceof Refusal)) return { message: t('err.unexpected', { status: '–' }), details: [], requestCode: undefined };
  const { problem, status, retryAfter } = error;
  const said = (language === 'en' ? problem?.detail_en : problem?.detail) ?? problem?.title;
  const message = lookUp(`err.${error.code}`, said ?? t('err.unexpected', { status }), { status, wait: retryAfter ?? 60 });
  const fields = (problem?.errors ?? []).map((each) => ({
    pointer: each.pointer,
    text: (language === 'en' && each.detail_en) || each.detail,
  }));
  const reasons = (problem?.reasons ?? []).map((each) => ({ pointer: each.pointer ?? '', text: say(each.sentence) }));
  return {
    message,
    details: [...fields, ...reasons].filter(({ text }) => text !== message),
    requestCode: status >= 500 ? problem?.trace_id : undefined,
  };
}
