// Says a Refusal in the reader's words: from the catalogue by its code, else by the title that the server gave.
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
  const unknown = problem?.title ?? t('err.unexpected', { status });
  const fields = (problem?.errors ?? []).map((each) => ({
    pointer: each.pointer,
    text: (language === 'en' && each.detail_en) || each.detail,
  }));
  const reasons = (problem?.reasons ?? []).map((each) => ({ pointer: each.pointer ?? '', text: say(each.sentence) }));
  return {
    message: lookUp(`err.${error.code}`, unknown, { status, wait: retryAfter ?? 60 }),
    details: [...fields, ...reasons],
    requestCode: status >= 500 ? problem?.trace_id : undefined,
  };
}
