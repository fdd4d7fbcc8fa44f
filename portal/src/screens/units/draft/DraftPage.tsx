// A dossier as its unit finishes it: loads what is needed and says when it cannot be changed now.
import { useActions, useCheck, useDossier } from '../../../api/dossier';
import { useMe } from '../../../api/me';
import { Refusal } from '../../../api/Refusal';
import { useWorkspace } from '../../../api/workspace';
import { ChangedNotice } from '../../../live/ChangedNotice';
import { Loading } from '../../../parts/Loading';
import { TroublePage } from '../../../parts/TroublePage';
import NotFound from '../../not-found/NotFound';
import { DraftDesk } from './DraftDesk';
import { NotEditable } from './NotEditable';

export default function DraftPage({ id }: { id: string }) {
  const dossier = useDossier(id);
  const actions = useActions(id);
  const check = useCheck(id);
  const workspace = useWorkspace(id);
  const { data: me } = useMe();
  const asked = [dossier, actions, check, workspace];
  const error = asked.find((each) => each.error && !each.data)?.error;
  if (error instanceof Refusal && error.status === 404) return <NotFound />;
  if (error) return <TroublePage error={error} retry={() => asked.map((each) => each.refetch())} />;
  if (!dossier.data || !actions.data || !check.data || !workspace.data || !me) return <Loading />;
  const edit = actions.data.actions.find((action) => action.command === 'edit_content');
  if (!edit?.allowed || workspace.data.frozen) return <NotEditable dossier={dossier.data} action={edit} />;
  return (
    <>
      <ChangedNotice dossier={id} version={dossier.data.version} />
      <DraftDesk dossier={dossier.data} check={check.data} workspace={workspace.data} person={me.person} />
    </>
  );
}
