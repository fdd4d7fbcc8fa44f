// Makes the autosaver of a draft and keeps it at work for as long as the page is open.
import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { Refusal } from '../../../api/Refusal';
import { newerWorkspace, saveWorkspace, type Workspace } from '../../../api/workspace';
import { Autosaver, type Server } from './Autosaver';
import { requestOf, workspaceFields } from './fields';

const savedOf = (workspace: Workspace) => ({ fields: workspaceFields(workspace), version: workspace.version });
const askAgain = [0, 401, 408, 429];

function serverOf(dossier: string, points: readonly string[]): Server {
  return {
    async save(fields, version) {
      const { content, unsent } = requestOf(fields, points);
      const saved = await saveWorkspace(dossier, version, content);
      return { version: saved.version, unsent };
    },
    newer(fault) {
      const workspace = newerWorkspace(fault);
      return workspace && savedOf(workspace);
    },
    refused: (fault) => fault instanceof Refusal && fault.status < 500 && !askAgain.includes(fault.status),
  };
}

/** `points`: those of a return that wait for an answer. */
export function useAutosaver(dossier: string, person: string, start: Workspace, points: readonly string[]): Autosaver {
  const cache = useQueryClient();
  const [saver] = useState(
    () => new Autosaver(savedOf(start), serverOf(dossier, points), localStorage, `vinhdanh.draft.${person}.${dossier}`),
  );
  useEffect(() => {
    const flush = () => saver.flush();
    const stopTelling = saver.subscribe(() => {
      if (saver.snapshot().phase === 'saved') void cache.invalidateQueries({ queryKey: ['dossier', dossier, 'check'] });
    });
    window.addEventListener('online', flush);
    saver.flush();
    return () => {
      stopTelling();
      window.removeEventListener('online', flush);
      saver.flush();
      saver.stop();
      void cache.invalidateQueries({ queryKey: ['lists'] });
    };
  }, [saver, cache, dossier]);
  return saver;
}
