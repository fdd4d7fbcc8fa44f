// Whether the session is within two minutes of ending for idleness, counted from the server's last answer.
import { useEffect, useState } from 'react';
import { lastAnswerAt } from '../api/client';

const warnMinutesBefore = 2;
const lookEvery = 15_000;

export function useIdleWarning(idleMinutes: number): boolean {
  const [warned, setWarned] = useState(false);
  useEffect(() => {
    const look = () => setWarned(Date.now() - lastAnswerAt() > (idleMinutes - warnMinutesBefore) * 60_000);
    const timer = setInterval(look, lookEvery);
    return () => clearInterval(timer);
  }, [idleMinutes]);
  return warned;
}
