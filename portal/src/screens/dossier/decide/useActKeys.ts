// The keys that choose an act of a dossier; one that the server refuses is told with its first reason, as all of them stand on the dossier's page.
import { useQueryClient } from '@tanstack/react-query';
import { actionsQuery } from '../../../api/dossier';
import { refusalText } from '../../../api/refusalText';
import { forgetRefusal, tellRefusal } from '../../../parts/Toast';
import { useShortcuts } from '../../../parts/useShortcuts';
import { useWords } from '../../../words/WordsProvider';
import { type ActKey, actByKey } from './actByKey';
import { chooseAct } from './draft';

/** `onChosen` is told of a dossier whose page is still to be opened. */
export function useActKeys(dossier: string | undefined, onChosen?: (dossier: string) => void): void {
  const speech = useWords();
  const { t, say } = speech;
  const cache = useQueryClient();
  const choose = async (id: string, key: ActKey) => {
    const asked = window.location.href;
    const { actions } = await cache.fetchQuery(actionsQuery(id));
    // Whoever has gone on to another row or page meanwhile is not taken back.
    if (window.location.href !== asked) return;
    const act = actByKey(key, actions);
    if (!act) return tellRefusal(t('decide.none'));
    if (!act.allowed) {
      const [first, ...others] = act.reasons;
      const refused = t('keys.refused', { command: t(`command.${act.command}`), reason: first ? say(first.sentence) : '' });
      return tellRefusal(others.length === 0 ? refused : `${refused} ${t('keys.moreReasons', { n: others.length })}`);
    }
    forgetRefusal();
    chooseAct(id, act.command);
    onChosen?.(id);
  };
  const press = (key: ActKey) => () => {
    if (dossier) choose(dossier, key).catch((error: unknown) => tellRefusal(refusalText(error, speech)));
  };
  useShortcuts({ e: press('e'), r: press('r') });
}
