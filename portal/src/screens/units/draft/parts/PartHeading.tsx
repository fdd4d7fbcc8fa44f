// The head of a part: takes the focus when the part is opened, unless the address names a field.
import { useEffect, useRef } from 'react';
import { useWords } from '../../../../words/WordsProvider';
import type { TaskName } from '../tasks';

export function PartHeading({ name }: { name: TaskName }) {
  const { t } = useWords();
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    if (!window.location.hash) heading.current?.focus();
  }, []);
  return (
    <h2 ref={heading} tabIndex={-1}>
      {t(`draft.task.${name}`)}
    </h2>
  );
}
