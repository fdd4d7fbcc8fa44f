// Tells what was just done, to eyes and to screen readers; for some seconds it may offer to take it back.
import { Button } from '@mantine/core';
import { CircleCheck, CircleX } from 'lucide-react';
import { type Dispatch, type SetStateAction, useEffect, useState } from 'react';
import styles from './Toast.module.css';

interface Offer {
  readonly label: string;
  run(): unknown;
}

interface Told {
  readonly text: string;
  readonly refused?: boolean;
  readonly offer?: Offer | undefined;
}

const shownFor = 8_000;
const offeredFor = 10_000;
let show: Dispatch<SetStateAction<Told | undefined>> = () => undefined;

export function tell(text: string, offer?: Offer): void {
  show({ text, offer });
}

/** Tells that something was not done, and why. */
export function tellRefusal(text: string): void {
  show({ text, refused: true });
}

/** Once something else was done, a refusal no longer lies over the page; what offers to take an act back stays. */
export function forgetRefusal(): void {
  show((told) => (told?.refused ? undefined : told));
}

export function Toast() {
  const [told, setTold] = useState<Told>();
  useEffect(() => {
    show = setTold;
    return () => {
      show = () => undefined;
    };
  }, []);
  useEffect(() => {
    if (!told) return;
    const timer = setTimeout(() => setTold(undefined), told.offer ? offeredFor : shownFor);
    return () => clearTimeout(timer);
  }, [told]);
  const accept = () => {
    setTold(undefined);
    void told?.offer?.run();
  };
  return (
    <div role="status" className={styles.place}>
      {told && (
        <div className={styles.toast} data-refused={told.refused || undefined}>
          {told.refused ? <CircleX size={18} aria-hidden /> : <CircleCheck size={18} aria-hidden />}
          <span>{told.text}</span>
          {told.offer && (
            <Button variant="default" size="compact-md" onClick={accept}>
              {told.offer.label}
            </Button>
          )}
        </div>
      )}
    </div>
  );
}
