// Has what a list finds written to a file; the job tray says when it is there.
import { Button } from '@mantine/core';
import { Download } from 'lucide-react';
import { type Exported, type ExportFormat, useExport } from '../api/jobs';
import { useWords } from '../words/WordsProvider';
import { tell } from './Toast';
import { Trouble } from './Trouble';

interface ExportButtonsProps extends Exported {
  /** What it is called where a page has several: then the buttons are quiet, and say it to those who do not see where they stand. */
  readonly of?: string | undefined;
}

export function ExportButtons({ of, ...exported }: ExportButtonsProps) {
  const { t } = useWords();
  const start = useExport(exported);
  const all = exported.board !== undefined && !exported.board.pictures;
  const button = (format: ExportFormat, label: string) => (
    <Button
      variant={of ? 'subtle' : 'default'}
      size="sm"
      className="no-print"
      {...(of && { 'aria-label': `${label}: ${of}` })}
      leftSection={<Download size={16} aria-hidden />}
      loading={start.isPending && start.variables.format === format}
      onClick={() => start.mutate({ format }, { onSuccess: () => tell(t('jobs.started')) })}
    >
      {label}
    </Button>
  );
  return (
    <>
      {button('xlsx', t(all ? 'jobs.export.board.xlsx' : 'jobs.export.xlsx'))}
      {button('csv', t(all ? 'jobs.export.board.csv' : 'jobs.export.csv'))}
      {start.error && <Trouble error={start.error} title={t('jobs.export.failed')} />}
    </>
  );
}
