// Tells what was just done, to eyes and to screen readers.
import { CircleCheck } from 'lucide-react';
import { useEffect, useState } from 'react';
import styles from './Toast.module.css';

const shownFor = 8_000;
let show: (text: string) => void = () => undefined;

export function tell(text: string): void {
  show(text);
}

export function Toast() {
  const [text, setText] = useState('');
  useEffect(() => {
    show = setText;
    return () => {
      show = () => undefined;
    };
  }, []);
  useEffect(() => {
    if (!text) return;
    const timer = setTimeout(() => setText(''), shownFor);
    return () => clearTimeout(timer);
  }, [text]);
  return (
    <div role="status" className={styles.place}>
      {text && (
        <p className={styles.toast}>
          <CircleCheck size={18} aria-hidden />
          {text}
        </p>
      )}
    </div>
  );
}
