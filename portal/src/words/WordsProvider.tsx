// Gives every part its words in the chosen language; English is fetched when it is first asked for.
import { createContext, type ReactNode, use, useCallback, useEffect, useMemo, useState } from 'react';
import { setApiLanguage } from '../api/client';
import { fill, type Values } from './fill';
import { type Language, storedLanguage, storeLanguage } from './language';
import { type Key, vi, type Words } from './vi';

export interface Speech {
  readonly language: Language;
  setLanguage(language: Language): void;
  /** A text of the catalogue. */
  t(key: Key, values?: Values): string;
  /** A sentence the server wrote in both languages. */
  say(sentence: { vi: string; en: string }): string;
  /** A text of the catalogue whose key is made of data, or what stands in for it. */
  lookUp(key: string, fallback: string, values?: Values): string;
}

const SpeechContext = createContext<Speech | null>(null);

export function WordsProvider({ children }: { children: ReactNode }) {
  const [language, setShown] = useState<Language>('vi');
  const [words, setWords] = useState<Words>(vi);

  const setLanguage = useCallback(async (wanted: Language) => {
    const catalogue = wanted === 'en' ? (await import('./en')).en : vi;
    storeLanguage(wanted);
    setApiLanguage(wanted);
    document.documentElement.lang = wanted;
    setWords(catalogue);
    setShown(wanted);
  }, []);

  useEffect(() => {
    if (storedLanguage() === 'en') void setLanguage('en');
  }, [setLanguage]);

  const speech = useMemo<Speech>(
    () => ({
      language,
      setLanguage: (wanted) => void setLanguage(wanted),
      t: (key, values = {}) => fill(words[key], values, language),
      say: (sentence) => sentence[language],
      lookUp: (key, fallback, values = {}) => (key in words ? fill(words[key as Key], values, language) : fallback),
    }),
    [language, words, setLanguage],
  );
  return <SpeechContext value={speech}>{children}</SpeechContext>;
}

export function useWords(): Speech {
  const speech = use(SpeechContext);
  if (!speech) throw new Error('useWords outside WordsProvider');
  return speech;
}
