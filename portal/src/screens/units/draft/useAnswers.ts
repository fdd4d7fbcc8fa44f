// The answers to the points of a return, kept in the browser until they are sent.
import { useState } from 'react';

export type Answers = Readonly<Record<string, string>>;

export interface AnswersKeeper {
  readonly answers: Answers;
  write(point: string, text: string): void;
  clear(): void;
}

function read(place: string): Answers {
  try {
    return JSON.parse(localStorage.getItem(place) ?? '{}') as Answers;
  } catch {
    return {};
  }
}

export function useAnswers(dossier: string, person: string): AnswersKeeper {
  const place = `vinhdanh.answers.${person}.${dossier}`;
  const [answers, setAnswers] = useState(() => read(place));
  const keep = (next: Answers) => {
    setAnswers(next);
    try {
      localStorage.setItem(place, JSON.stringify(next));
    } catch {
      // Full or forbidden: the answers stay on the page.
    }
  };
  return {
    answers,
    write: (point, text) => keep({ ...answers, [point]: text }),
    clear: () => {
      setAnswers({});
      localStorage.removeItem(place);
    },
  };
}
