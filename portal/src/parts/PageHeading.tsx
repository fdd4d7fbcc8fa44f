// The h1 of a page: names the document too, and takes the focus when the page was reached by navigation; after "back" it hands it on to
// the link that was followed before.
import { type ReactNode, useEffect, useLayoutEffect, useRef } from 'react';
import { useWords } from '../words/WordsProvider';
import { returnFocus } from './returnFocus';

let firstPage = true;

interface PageHeadingProps {
  /** What the browser shows as the title; without names of people. */
  readonly title: string;
  readonly children?: ReactNode;
}

export function PageHeading({ title, children }: PageHeadingProps) {
  const { t } = useWords();
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    document.title = t('app.title', { page: title });
  }, [t, title]);
  // Runs again where the page was only hidden while another was fetched.
  useLayoutEffect(() => {
    const entered = firstPage;
    firstPage = false;
    if (entered || !heading.current) return;
    heading.current.focus({ preventScroll: true });
    return returnFocus(heading.current);
  }, []);
  return (
    <h1 ref={heading} tabIndex={-1}>
      {children ?? title}
    </h1>
  );
}
