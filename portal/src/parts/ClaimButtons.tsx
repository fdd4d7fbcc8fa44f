// Claims a dossier for oneself or gives it back to the group, straight from the list.
import { Button } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useActions, useAct } from '../api/dossier';
import { useWords } from '../words/WordsProvider';
import { Trouble } from './Trouble';
import { tellWithUndo } from './undo';

const quickCommands = ['claim', 'release'] as const;

export function ClaimButtons({ id }: { id: string }) {
  const speech = useWords();
  const { t } = speech;
  const cache = useQueryClient();
  const { data: answered } = useActions(id);
  const act = useAct(id);
  if (!answered) return null;
  const possible = quickCommands.filter((command) =>
    answered.actions.some((action) => action.command === command && action.allowed),
  );
  const send = (command: (typeof quickCommands)[number]) =>
    act.mutate(
      { command, body: {}, version: answered.version, key: crypto.randomUUID() },
      { onSuccess: () => void tellWithUndo(t('decide.sent', { command: t(`command.${command}`) }), command, [id], cache, speech) },
    );
  return (
    <>
      {possible.map((command) => (
        <Button key={command} variant="default" loading={act.isPending} onClick={() => send(command)}>
          {t(`command.${command}`)}
        </Button>
      ))}
      {act.error && <Trouble error={act.error} title={t('decide.problem')} />}
    </>
  );
}
