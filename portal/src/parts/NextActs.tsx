// What is mostly done next with a dossier of a list: each opens its page with that act chosen.
import { Button } from '@mantine/core';
import { Link } from 'wouter';
import { type Command, useActions } from '../api/dossier';
import { chooseAct } from '../screens/dossier/decide/draft';
import { useWords } from '../words/WordsProvider';

const common = ['receive', 'propose', 'forward', 'return_for_rework'] as const satisfies readonly Command[];

export function NextActs({ id }: { id: string }) {
  const { t } = useWords();
  const { data: answered } = useActions(id);
  const possible = common.filter((command) => answered?.actions.some((action) => action.command === command && action.allowed));
  return possible.map((command) => (
    <Button key={command} component={Link} href={`/dossiers/${id}`} variant="default" onClick={() => chooseAct(id, command)}>
      {t(`command.${command}`)}
    </Button>
  ));
}
