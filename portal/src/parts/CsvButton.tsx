// Saves the numbers of a table as a CSV file; it is made in the browser and goes nowhere else.
import { Button } from '@mantine/core';
import { Download } from 'lucide-react';
import { useWords } from '../words/WordsProvider';
import { csvOf } from './csv';

interface CsvButtonProps {
  readonly name: string;
  readonly rows: readonly (readonly (string | number)[])[];
}

export function CsvButton({ name, rows }: CsvButtonProps) {
  const { t } = useWords();
  const save = () => {
    const address = URL.createObjectURL(new Blob([csvOf(rows)], { type: 'text/csv;charset=utf-8' }));
    const link = document.createElement('a');
    link.href = address;
    link.download = `${name}.csv`;
    link.click();
    setTimeout(() => URL.revokeObjectURL(address), 10_000);
  };
  return (
    <Button variant="default" size="sm" className="no-print" leftSection={<Download size={16} aria-hidden />} onClick={save}>
      {t('board.csv')}
    </Button>
  );
}
