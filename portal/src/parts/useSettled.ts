// A value once it has not changed for a while, so that the server is not asked at every key.
import { useEffect, useState } from 'react';

export function useSettled<T>(value: T, wait: number, same: (one: T, other: T) => boolean): T {
  const [settled, settle] = useState(value);
  useEffect(() => {
    if (same(value, settled)) return;
    const timer = setTimeout(() => settle(value), wait);
    return () => clearTimeout(timer);
  }, [value, settled, wait, same]);
  return settled;
}
