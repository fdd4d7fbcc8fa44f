// On paper a dossier has all its parts: reads those that are not open, then prints.
import { Button } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { Printer } from 'lucide-react';
import { useCallback, useEffect, useState } from 'react';
import { flushSync } from 'react-dom';
import type { Dossier } from '../../api/dossier';
import { useWords } from '../../words/WordsProvider';
import { type SectionName, sections } from './sections';
import styles from './WholeDossier.module.css';

const settledFor = 150;

/** Whether the parts have had no answer under way for a moment. */
async function read(fetching: () => number): Promise<void> {
  for (let since = Date.now(); Date.now() - since < settledFor; ) {
    if (fetching() > 0) since = Date.now();
    await new Promise((resolve) => setTimeout(resolve, 30));
  }
}

const printsByKeys = (event: KeyboardEvent) => (event.ctrlKey || event.metaKey) && !event.shiftKey && !event.altKey && event.key.toLowerCase() === 'p';

interface WholeDossierProps {
  readonly dossier: Dossier;
  /** What is on the page already. */
  readonly open: SectionName;
}

export function WholeDossier({ dossier, open }: WholeDossierProps) {
  const { t } = useWords();
  const cache = useQueryClient();
  const [whole, setWhole] = useState(false);
  const [reading, setReading] = useState(false);

  const print = useCallback(async () => {
    setReading(true);
    setWhole(true);
    await read(() => cache.isFetching({ queryKey: ['dossier', dossier.id] }));
    flushSync(() => setReading(false));
    window.print();
  }, [cache, dossier.id]);

  useEffect(() => {
    const byKeys = (event: KeyboardEvent) => {
      if (!printsByKeys(event)) return;
      event.preventDefault();
      void print();
    };
    // Printing from the browser's menu waits for nobody: what was read before is on the paper.
    const byMenu = () => flushSync(() => setWhole(true));
    const done = () => setWhole(false);
    window.addEventListener('keydown', byKeys);
    window.addEventListener('beforeprint', byMenu);
    window.addEventListener('afterprint', done);
    return () => {
      window.removeEventListener('keydown', byKeys);
      window.removeEventListener('beforeprint', byMenu);
      window.removeEventListener('afterprint', done);
    };
  }, [print]);

  return (
    <>
      <Button
        className={`${styles.button} no-print`}
        variant="default"
        size="sm"
        loading={reading}
        leftSection={<Printer size={16} aria-hidden />}
        onClick={print}
      >
        {t('print.dossier')}
      </Button>
      {whole &&
        sections
          .filter(({ name }) => name !== open)
          .map(({ name, part: Part }) => (
            <section key={name} className={`print-only ${styles.part}`}>
              <h2>{t(`dossier.tab.${name}`)}</h2>
              <Part dossier={dossier} />
            </section>
          ))}
    </>
  );
}
