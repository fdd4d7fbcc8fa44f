// Puts the focus on the field that the address names, once its part is on the page.
import { useEffect } from 'react';

export function useFieldInAddress(part: string | undefined): void {
  useEffect(() => {
    const go = () => {
      const target = document.getElementById(window.location.hash.slice(1));
      if (!target) return;
      target.focus();
      target.scrollIntoView({ block: 'center' });
    };
    const frame = requestAnimationFrame(go);
    window.addEventListener('hashchange', go);
    return () => {
      cancelAnimationFrame(frame);
      window.removeEventListener('hashchange', go);
    };
  }, [part]);
}
