// Has what a list finds written to a file; the job tray says when it is there.
import { Button } from '@mantine/core';
import { Download } from 'lucide-react';
import { type Exported, type ExportFormat, useExport } from '../api/jobs';
import { useWords } from '../words/WordsProvider';
import { tell } from './Toast';
import { Trouble } from './Trouble';

export function ExportButtons(exported: Exported) {
  const { t } = useWords();
  const start = useExport(exported);
  const button = (format: ExportFormat, label: string) => (
    <Button
      variant="default"
      size="sm"
      className="no-print"
      leftSection={<Download size={16} aria-hidden />}
      loading={start.isPending && start.variables.format === format}
      onClick={() => start.mutate({ format }, { onSuccess: () => tell(t('jobs.started')) })}
    >
      {label}
    </Button>
  );
  return (
    <>
      {button('xlsx', t('jobs.export.xlsx'))}
      {button('csv', t('jobs.export.csv'))}
      {start.error && <Trouble error={start.error} title={t('jobs.export.failed')} />}
    </>
  );
}
