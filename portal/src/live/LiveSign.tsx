// Says in the bar whether what is shown follows what others do, and from when it is where it does not.
import { CloudOff, Radio, RefreshCw } from 'lucide-react';
import { useEffect } from 'react';
import { lastAnswerAt } from '../api/client';
import { formatTime } from '../words/format';
import { useWords } from '../words/WordsProvider';
import { announce } from './announce';
import styles from './LiveSign.module.css';
import { useLiveState } from './state';

const icons = { live: Radio, reconnecting: RefreshCw, polling: RefreshCw, offline: CloudOff } as const;

export function LiveSign() {
  const { t } = useWords();
  const state = useLiveState();
  const text = state === 'starting' ? '' : t(`live.${state}`, { time: formatTime(new Date(lastAnswerAt()).toISOString()) });
  useEffect(() => {
    if (state === 'offline' || state === 'reconnecting') announce(text);
  }, [state, text]);
  if (state === 'starting') return null;
  const Icon = icons[state];
  return (
    <p className={styles.sign} data-live={state} title={text}>
      <Icon size={18} aria-hidden />
      <span className={styles.text}>{text}</span>
    </p>
  );
}
