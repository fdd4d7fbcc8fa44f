// Names and documents are never translated; this tells screen readers to read them in Vietnamese.
import type { ReactNode } from 'react';

export function Vi({ children }: { children: ReactNode }) {
  return <span lang="vi">{children}</span>;
}
