// The desk on which a draft is finished: saving, points of a return, the list of parts, and the open part.
import { useSearch } from 'wouter';
import type { Check, Dossier } from '../../../api/dossier';
import type { Workspace } from '../../../api/workspace';
import { readTask } from './addresses';
import { answerOf } from './answers';
import { ClashPanel } from './ClashPanel';
import styles from './Draft.module.css';
import { DraftContext, useSaveState } from './DraftContext';
import { DraftHeader } from './DraftHeader';
import { parts } from './parts';
import { PartNav } from './PartNav';
import { ReturnPoints } from './ReturnPoints';
import { SaveStatus } from './SaveStatus';
import { TaskList } from './TaskList';
import { tasksOf } from './tasks';
import { useAutosaver } from './useAutosaver';
import { useFieldInAddress } from './useFieldInAddress';

interface DraftDeskProps {
  readonly dossier: Dossier;
  readonly check: Check;
  readonly workspace: Workspace;
  readonly person: string;
}

export function DraftDesk({ dossier, check, workspace, person }: DraftDeskProps) {
  const open = dossier.points.filter((point) => point.open);
  const saver = useAutosaver(dossier.id, person, workspace, open.map(({ id }) => id));
  const { fields, phase } = useSaveState(saver);
  const current = readTask(useSearch());
  useFieldInAddress(current);
  const points = open.map(({ id, pointer }) => ({ pointer, answered: answerOf(fields, id).trim() !== '' }));
  const papers = dossier.papers.filter((paper) => !paper.superseded && !paper.stage).length;
  const tasks = tasksOf({ fields, check, points, papers, current });
  const Part = current && parts[current];
  return (
    <DraftContext value={{ dossier, check, saver, tasks }}>
      <DraftHeader dossier={dossier} name={fields['/nominee/name'] ?? ''} />
      <SaveStatus />
      {phase === 'clash' && <ClashPanel />}
      {open.length > 0 && <ReturnPoints points={open} folded={current !== undefined && current !== 'check'} />}
      <div className={styles.columns} data-open={current !== undefined || undefined}>
        <TaskList current={current} />
        <div className={styles.part}>
          {Part ? (
            <>
              <Part />
              <PartNav current={current} />
            </>
          ) : (
            <PartNav current={undefined} />
          )}
        </div>
      </div>
    </DraftContext>
  );
}
